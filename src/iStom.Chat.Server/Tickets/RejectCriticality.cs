using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>Staff decline a claim of restore-work, with a reason that the visitor reads.</summary>
[AllowStaff]
public sealed record RejectCriticality(AgentCaller Caller, TicketId Ticket, string? Reason) : AgentCommand<TicketId>(Caller);

internal sealed class RejectCriticalityHandler(IStore store, LiveRegulation regulation, IClock clock)
    : IRequestHandler<RejectCriticality, Decision<TicketId>>
{
    public Task<Decision<TicketId>> Handle(RejectCriticality request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return store.ChangeTicketAsync(
            request.Ticket, ticket => TicketClassification.Reject(ticket, request.Caller.Agent, request.Reason, regulation.For(ticket, now), now), cancellationToken);
    }
}
