using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>The ticket's agent is done, or takes the invitation back. What one connects with is gone with it.</summary>
[AllowStaff]
public sealed record EndRemoteSession(AgentCaller Caller, TicketId Ticket, RemoteSessionId Session) : AgentCommand<TicketId>(Caller);

internal sealed class EndRemoteSessionHandler(RemoteChange change, IClock clock) : IRequestHandler<EndRemoteSession, Decision<TicketId>>
{
    public Task<Decision<TicketId>> Handle(EndRemoteSession request, CancellationToken cancellationToken) => change.ChangeAsync(
        request.Ticket, ticket => TicketRemoteSupport.End(ticket, request.Session, request.Caller.Agent, clock.GetCurrentInstant()), cancellationToken);
}
