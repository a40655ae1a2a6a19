using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>
/// Asks TeamViewer how the session is: whether its code still serves, and whether the customer waits. It is asked when the agent wants to know, and
/// never by itself: start and end are what the agent says.
/// </summary>
[AllowStaff]
public sealed record CheckRemoteSession(AgentCaller Caller, TicketId Ticket) : AgentCommand<ServiceState>(Caller);

internal sealed class CheckRemoteSessionHandler(IStore store, RemoteSecrets secrets, TeamViewerApi service) : IRequestHandler<CheckRemoteSession, Decision<ServiceState>>
{
    public async Task<Decision<ServiceState>> Handle(CheckRemoteSession request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Ticket>(request.Ticket.Value, cancellationToken) is not { Value: var ticket })
        {
            return TicketRefusals.NotFound;
        }

        if (RemoteChange.RefusalToRead(ticket, request.Caller.Agent) is { } refusal)
        {
            return refusal;
        }

        if (ticket.RemoteSession is not { } remote
            || await session.LoadAsync<RemoteAccess>(remote.Id.Value, cancellationToken) is not { Value: var access }
            || secrets.TryOpen(remote.Id, access.Sealed)?.Code is not { } code)
        {
            return RemoteSupportRefusals.Over;
        }

        return await service.TryFindAsync(code, cancellationToken);
    }
}
