using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace iStom.Chat.Server.Agents;

/// <summary>The browser has made the passkey.</summary>
/// <param name="Credential">The browser's answer, <c>PublicKeyCredential.toJSON()</c>.</param>
/// <param name="Name">As its owner calls it.</param>
[AllowStaff]
public sealed record AddPasskey(AgentCaller Caller, Guid Challenge, string Credential, string Name) : AgentCommand<AgentRights>(Caller);

internal sealed class AddPasskeyValidator : AbstractValidator<AddPasskey>
{
    public AddPasskeyValidator() => this.NameIsSound(command => command.Name);
}

internal sealed class AddPasskeyHandler(IPasskeyHandler<Agent> passkeys, PasskeyCeremony ceremony, AccountChanges changes)
    : IRequestHandler<AddPasskey, Decision<AgentRights>>
{
    private const int MostPasskeys = 20;

    private static readonly Refusal TooMany = new("too-many-passkeys");

    public async Task<Decision<AgentRights>> Handle(AddPasskey request, CancellationToken cancellationToken)
    {
        if (await ceremony.TakeAsync(request.Challenge, request.Caller.Agent, cancellationToken) is not { } state)
        {
            return PasskeyCeremony.Failed;
        }

        var made = await passkeys.PerformAttestationAsync(new() { CredentialJson = request.Credential, AttestationState = state, HttpContext = PasskeyCeremony.Context() });
        return made.Succeeded
            ? await changes.ChangeAsync(request.Caller.Agent, request.Caller, agent => Add(agent, Passkey.Of(made.Passkey, request.Name.Trim())), cancellationToken)
            : PasskeyCeremony.Failed;
    }

    private static Refusal? Add(Agent agent, Passkey passkey)
    {
        agent.Passkeys = [.. agent.Passkeys, passkey];
        return agent.Passkeys.Count > MostPasskeys ? TooMany : null;
    }
}
