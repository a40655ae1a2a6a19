using iStom.Chat.Domain;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>An agent takes this very ticket.</summary>
[AllowStaff]
public sealed record TakeTicket(AgentCaller Caller, TicketId Ticket) : AgentCommand<TicketId>(Caller);

internal sealed class TakeTicketHandler(IStore store, LiveRegulation regulation, IClock clock) : IRequestHandler<TakeTicket, Decision<TicketId>>
{
    public Task<Decision<TicketId>> Handle(TakeTicket request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (agent, name) = (request.Caller.Agent, request.Caller.Name);
        return store.ChangeTicketAsync(
            request.Ticket,
            ticket => TicketAssignment.Take(ticket, agent, name, MayTake(ticket, request.Caller, now), now),
            cancellationToken);
    }

    private bool MayTake(Ticket ticket, AgentCaller caller, Instant now) =>
        AgentEligibility.MayTake(ticket.Level, caller.PaidSupport, regulation.At(now).WorkingTime.IsOpen(now));
}
