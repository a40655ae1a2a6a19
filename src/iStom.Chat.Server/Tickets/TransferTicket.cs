using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>
/// The ticket's agent hands it to a colleague, at the desk or not: where the colleague stays away while the customer
/// waits, the ticket returns to the queue as every other.
/// </summary>
[AllowStaff]
public sealed record TransferTicket(AgentCaller Caller, TicketId Ticket, AgentId To) : AgentCommand<TicketId>(Caller);

internal sealed class TransferTicketHandler(IStore store, IClock clock) : IRequestHandler<TransferTicket, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(TransferTicket request, CancellationToken cancellationToken)
    {
        if (await store.OpenSession().FindColleagueAsync(request.To, cancellationToken) is not { } colleague)
        {
            return Colleagues.NotFound;
        }

        return await store.ChangeTicketAsync(
            request.Ticket,
            ticket => TicketAssignment.Transfer(ticket, request.Caller.Agent, request.To, colleague.Name, clock.GetCurrentInstant()),
            cancellationToken);
    }
}
