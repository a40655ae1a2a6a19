using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>The app shows the right code: from here on one is asked for at each sign-in with the password. Other sign-ins end.</summary>
[AllowStaff]
public sealed record ConfirmTotp(AgentCaller Caller, string Token, string Code) : AgentCommand<RecoveryCodes>(Caller);

/// <summary>Told this once.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes)
{
    /// <summary>New ones in the place of all before.</summary>
    public static RecoveryCodes GiveTo(Agent agent)
    {
        string[] codes = [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Create())];
        agent.RecoveryHashes = [.. codes.Select(code => RecoveryCode.Hash(agent.Id, code))];
        return new(codes);
    }
}

internal sealed class ConfirmTotpHandler(AccountChanges changes, TotpSecrets secrets, IClock clock) : IRequestHandler<ConfirmTotp, Decision<RecoveryCodes>>
{
    public async Task<Decision<RecoveryCodes>> Handle(ConfirmTotp request, CancellationToken cancellationToken)
    {
        var me = request.Caller.Agent;
        if (secrets.TryOpen(me, request.Token) is not { } secret || Totp.Match(secret, request.Code.Trim(), last: 0, clock.GetCurrentInstant()) is not { } step)
        {
            return PeopleRefusals.BadCode;
        }

        RecoveryCodes? codes = null;
        var changed = await changes.ChangeAsync(me, request.Caller, agent => codes = Enable(agent, secret, step), cancellationToken);
        return changed.Refusal is { } refusal ? refusal : codes!;
    }

    private RecoveryCodes Enable(Agent agent, byte[] secret, long step)
    {
        agent.TotpSecret = secrets.Seal(agent.Id, secret);
        agent.TotpStep = step;
        return RecoveryCodes.GiveTo(agent);
    }
}
