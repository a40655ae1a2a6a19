using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace iStom.Chat.Server.Agents;

/// <summary>Somebody wants to sign in with a passkey: what the browser is to be asked. It names nobody.</summary>
[AllowAnybody]
public sealed record BeginPasskeySignIn : ICommand, IRequest<Decision<PasskeyQuestion>>
{
    Caller ICommand.By => Nobody.Yet;
}

internal sealed class BeginPasskeySignInHandler(IPasskeyHandler<Agent> passkeys, PasskeyCeremony ceremony) : IRequestHandler<BeginPasskeySignIn, Decision<PasskeyQuestion>>
{
    public async Task<Decision<PasskeyQuestion>> Handle(BeginPasskeySignIn request, CancellationToken cancellationToken)
    {
        var asked = await passkeys.MakeRequestOptionsAsync(user: null, PasskeyCeremony.Context());
        return await ceremony.AskAsync(asked.RequestOptionsJson, asked.AssertionState, agent: null, cancellationToken);
    }
}
