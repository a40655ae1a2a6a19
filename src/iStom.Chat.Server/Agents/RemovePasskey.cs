using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>One's passkey opens nothing any more. One that is not there: nothing happens.</summary>
/// <param name="Passkey">Its id, base64url.</param>
[AllowStaff]
public sealed record RemovePasskey(AgentCaller Caller, string Passkey, string Password) : AgentCommand<AgentRights>(Caller);

internal sealed class RemovePasskeyHandler(Reauthentication reauthentication, AccountChanges changes) : IRequestHandler<RemovePasskey, Decision<AgentRights>>
{
    public async Task<Decision<AgentRights>> Handle(RemovePasskey request, CancellationToken cancellationToken) =>
        await reauthentication.CheckAsync(request.Caller, request.Password, cancellationToken) is { } refusal
            ? refusal
            : await changes.ChangeAsync(request.Caller.Agent, request.Caller, agent => Remove(agent, request.Passkey), cancellationToken);

    private static void Remove(Agent agent, string id) => agent.Passkeys = [.. agent.Passkeys.Where(passkey => passkey.IdText != id)];
}
