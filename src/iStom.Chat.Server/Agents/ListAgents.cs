using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>Every account, by name.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record ListAgents(AgentCaller Caller) : AgentCommand<AgentView[]>(Caller);

/// <summary>An account as administrators see it. seenAt: when they were last at the desk; version: to be said with a change.</summary>
public sealed record AgentView(
    Guid Id, string Email, string Name, IReadOnlyList<AgentRole> Roles, bool PaidSupport, int? ChatLimit, bool Disabled, SignInMeans SignIn, Instant? SeenAt, long Version);

internal sealed class ListAgentsHandler(PeopleReader people) : IRequestHandler<ListAgents, Decision<AgentView[]>>
{
    public async Task<Decision<AgentView[]>> Handle(ListAgents request, CancellationToken cancellationToken) =>
        (await people.AgentsAsync(cancellationToken)).Select(ViewOf).ToArray();

    private static AgentView ViewOf((Agent Agent, Instant? SeenAt) found)
    {
        var (rights, version) = (found.Agent.Rights(), found.Agent.Version);
        return new(rights.Id.Value, rights.Email, rights.Name, rights.Roles, rights.PaidSupport, rights.ChatLimit, rights.Disabled, rights.SignIn, found.SeenAt, version);
    }
}
