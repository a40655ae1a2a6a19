using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>Ends a sign-in elsewhere, one's own or for an administrator anybody's; its sockets are closed.</summary>
[AllowStaff]
public sealed record EndSession(AgentCaller Caller, Guid Session) : AgentCommand<Guid>(Caller);

internal sealed class EndSessionHandler(IStore store, AgentSessions sessions) : IRequestHandler<EndSession, Decision<Guid>>
{
    private static readonly Refusal NotFound = new("session-not-found");

    public async Task<Decision<Guid>> Handle(EndSession request, CancellationToken cancellationToken)
    {
        if (await store.OpenSession().LoadAsync<AgentSession>(request.Session, cancellationToken) is not { Value: var found }
            || !SessionOwnership.MayTouch(request.Caller, found.Agent))
        {
            return NotFound;
        }

        await sessions.EndAsync(request.Session, cancellationToken);
        return request.Session;
    }
}
