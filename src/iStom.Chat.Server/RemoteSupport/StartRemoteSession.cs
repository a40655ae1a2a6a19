using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>The ticket's agent says that they are connected: from here on the time is counted.</summary>
[AllowStaff]
public sealed record StartRemoteSession(AgentCaller Caller, TicketId Ticket, RemoteSessionId Session) : AgentCommand<TicketId>(Caller);

internal sealed class StartRemoteSessionHandler(RemoteChange change, IClock clock) : IRequestHandler<StartRemoteSession, Decision<TicketId>>
{
    public Task<Decision<TicketId>> Handle(StartRemoteSession request, CancellationToken cancellationToken) => change.ChangeAsync(
        request.Ticket, ticket => TicketRemoteSupport.Start(ticket, request.Session, request.Caller.Agent, clock.GetCurrentInstant()), cancellationToken);
}
