using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>New recovery codes; those before are worthless.</summary>
[AllowStaff]
public sealed record RenewRecoveryCodes(AgentCaller Caller, string Password) : AgentCommand<RecoveryCodes>(Caller);

internal sealed class RenewRecoveryCodesHandler(Reauthentication reauthentication, AccountChanges changes) : IRequestHandler<RenewRecoveryCodes, Decision<RecoveryCodes>>
{
    private static readonly Refusal NoSecondFactor = new("no-second-factor");

    public async Task<Decision<RecoveryCodes>> Handle(RenewRecoveryCodes request, CancellationToken cancellationToken)
    {
        if (await reauthentication.CheckAsync(request.Caller, request.Password, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        RecoveryCodes? codes = null;
        var changed = await changes.ChangeAsync(request.Caller.Agent, request.Caller, agent => Renew(agent, out codes), cancellationToken);
        return changed.Refusal is { } refusal ? refusal : codes!;
    }

    private static Refusal? Renew(Agent agent, out RecoveryCodes? codes)
    {
        codes = agent.TotpSecret is null ? null : RecoveryCodes.GiveTo(agent);
        return codes is null ? NoSecondFactor : null;
    }
}
