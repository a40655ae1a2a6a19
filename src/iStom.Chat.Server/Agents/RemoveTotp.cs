using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>No code of an app is asked for any more; recovery codes go with it.</summary>
[AllowStaff]
public sealed record RemoveTotp(AgentCaller Caller, string Password) : AgentCommand<AgentRights>(Caller);

internal sealed class RemoveTotpHandler(Reauthentication reauthentication, AccountChanges changes) : IRequestHandler<RemoveTotp, Decision<AgentRights>>
{
    public async Task<Decision<AgentRights>> Handle(RemoveTotp request, CancellationToken cancellationToken) =>
        await reauthentication.CheckAsync(request.Caller, request.Password, cancellationToken) is { } refusal
            ? refusal
            : await changes.ChangeAsync(request.Caller.Agent, request.Caller, Forget, cancellationToken);

    private static void Forget(Agent agent) => (agent.TotpSecret, agent.TotpStep, agent.RecoveryHashes) = (null, 0, []);
}
