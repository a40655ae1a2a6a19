using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>Staff confirm a claim of restore-work (§2.2.3).</summary>
[AllowStaff]
public sealed record ConfirmCriticality(AgentCaller Caller, TicketId Ticket) : AgentCommand<TicketId>(Caller);

internal sealed class ConfirmCriticalityHandler(IStore store, LiveRegulation regulation, IClock clock)
    : IRequestHandler<ConfirmCriticality, Decision<TicketId>>
{
    public Task<Decision<TicketId>> Handle(ConfirmCriticality request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return store.ChangeTicketAsync(
            request.Ticket, ticket => TicketClassification.Confirm(ticket, request.Caller.Agent, regulation.For(ticket, now), now), cancellationToken);
    }
}
