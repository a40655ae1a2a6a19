using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>The account can be signed in with again, by the means it had.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record EnableAgent(AgentCaller Caller, AgentId Agent) : AgentCommand<AgentRights>(Caller);

internal sealed class EnableAgentHandler(AccountChanges changes) : IRequestHandler<EnableAgent, Decision<AgentRights>>
{
    public Task<Decision<AgentRights>> Handle(EnableAgent request, CancellationToken cancellationToken) =>
        changes.ChangeAsync(request.Agent, request.Caller, agent => agent.Disabled = false, cancellationToken);
}
