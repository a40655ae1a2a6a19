using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>The ticket's agent gives it back; a customer who waits is in the queue again, with the original start.</summary>
[AllowStaff]
public sealed record ReleaseTicket(AgentCaller Caller, TicketId Ticket) : AgentCommand<TicketId>(Caller);

internal sealed class ReleaseTicketHandler(IStore store, IClock clock) : IRequestHandler<ReleaseTicket, Decision<TicketId>>
{
    public Task<Decision<TicketId>> Handle(ReleaseTicket request, CancellationToken cancellationToken) => store.ChangeTicketAsync(
        request.Ticket,
        ticket => TicketAssignment.Release(ticket, request.Caller.Agent, clock.GetCurrentInstant()),
        cancellationToken);
}
