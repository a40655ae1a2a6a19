using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace iStom.Chat.Server.Agents;

/// <summary>
/// A member of the staff signs in with a passkey alone: it is something they have, and its holder was verified by something
/// they know or are. No code is asked for besides.
/// </summary>
/// <param name="Credential">The browser's answer, <c>PublicKeyCredential.toJSON()</c>.</param>
[AllowAnybody]
public sealed record SignInWithPasskey(Guid Challenge, string Credential, SignInSource Source) : ICommand, IRequest<Decision<PasskeySignedIn>>
{
    Caller ICommand.By => Nobody.Yet;
}

/// <summary>The sign-in and the address that it is of.</summary>
public sealed record PasskeySignedIn(AgentSession Session, string Email);

internal sealed class SignInWithPasskeyHandler(IStore store, IPasskeyHandler<Agent> passkeys, PasskeyCeremony ceremony, AgentSessions sessions)
    : IRequestHandler<SignInWithPasskey, Decision<PasskeySignedIn>>
{
    public async Task<Decision<PasskeySignedIn>> Handle(SignInWithPasskey request, CancellationToken cancellationToken)
    {
        if (await ceremony.TakeAsync(request.Challenge, agent: null, cancellationToken) is not { } state)
        {
            return PasskeyCeremony.Failed;
        }

        var shown = await passkeys.PerformAssertionAsync(new() { CredentialJson = request.Credential, AssertionState = state, HttpContext = PasskeyCeremony.Context() });
        if (!shown.Succeeded || shown.User.Disabled)
        {
            return PasskeyCeremony.Failed;
        }

        await CountAsync(shown.User, shown.Passkey, cancellationToken);
        return new PasskeySignedIn(await sessions.StartAsync(shown.User, request.Source, cancellationToken), shown.User.Email);
    }

    /// <summary>Its counter, by which a copy would be noticed.</summary>
    private async Task CountAsync(Agent agent, UserPasskeyInfo used, CancellationToken cancellation)
    {
        agent.Passkeys = [.. agent.Passkeys.Select(passkey => passkey.Id.AsSpan().SequenceEqual(used.CredentialId) ? Passkey.Of(used, passkey.Name) : passkey)];
        var session = store.OpenSession();
        session.Store(agent, agent.Version, agent.Version + 1);
        await session.CommitAsync(cancellation);
    }
}
