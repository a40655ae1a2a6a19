using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>Where an account is signed in: one's own, or for an administrator anybody's.</summary>
[AllowStaff]
public sealed record ListSessions(AgentCaller Caller, AgentId Agent) : AgentCommand<SessionView[]>(Caller);

/// <summary>A sign-in that holds. device: browser and system, as the browser says; seenAt: right to some seconds.</summary>
public sealed record SessionView(Guid Id, string? Device, string? Address, Instant Since, Instant SeenAt, bool Current);

internal sealed class ListSessionsHandler(AgentSessions sessions) : IRequestHandler<ListSessions, Decision<SessionView[]>>
{
    public async Task<Decision<SessionView[]>> Handle(ListSessions request, CancellationToken cancellationToken)
    {
        if (!SessionOwnership.MayTouch(request.Caller, request.Agent))
        {
            return PeopleRefusals.AgentNotFound;
        }

        var held = await sessions.OfAsync(request.Agent, cancellationToken);
        return held.Select(one => new SessionView(
            one.Session.Id, one.Session.Device, one.Session.Address, one.Session.StartedAt, one.SeenAt, one.Session.Id == request.Caller.Session)).ToArray();
    }
}
