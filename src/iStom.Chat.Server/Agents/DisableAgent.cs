using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>Nobody signs in with the account from here on, and whoever is signed in is no longer. What it did stays.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record DisableAgent(AgentCaller Caller, AgentId Agent) : AgentCommand<AgentRights>(Caller);

internal sealed class DisableAgentHandler(AccountChanges changes) : IRequestHandler<DisableAgent, Decision<AgentRights>>
{
    public Task<Decision<AgentRights>> Handle(DisableAgent request, CancellationToken cancellationToken) =>
        changes.ChangeAsync(request.Agent, request.Caller, agent => agent.Disabled = true, cancellationToken);
}
