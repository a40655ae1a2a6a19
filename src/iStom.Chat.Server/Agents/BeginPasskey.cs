using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace iStom.Chat.Server.Agents;

/// <summary>One wants another passkey: what the browser is to be asked.</summary>
[AllowStaff]
public sealed record BeginPasskey(AgentCaller Caller, string Password) : AgentCommand<PasskeyQuestion>(Caller);

internal sealed class BeginPasskeyHandler(Reauthentication reauthentication, IStore store, IPasskeyHandler<Agent> passkeys, PasskeyCeremony ceremony)
    : IRequestHandler<BeginPasskey, Decision<PasskeyQuestion>>
{
    public async Task<Decision<PasskeyQuestion>> Handle(BeginPasskey request, CancellationToken cancellationToken)
    {
        if (await reauthentication.CheckAsync(request.Caller, request.Password, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var agent = (await store.OpenSession().LoadAsync<Agent>(request.Caller.Agent.Value, cancellationToken))!.Value;
        var entity = new PasskeyUserEntity { Id = agent.Id.Value.ToString(), Name = agent.Email, DisplayName = agent.Name };
        var asked = await passkeys.MakeCreationOptionsAsync(entity, PasskeyCeremony.Context());
        return await ceremony.AskAsync(asked.CreationOptionsJson, asked.AttestationState, agent.Id, cancellationToken);
    }
}
