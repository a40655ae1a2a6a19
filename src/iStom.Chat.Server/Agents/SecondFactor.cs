using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>What is asked for besides the password: a code of the authenticator app, or a recovery code. Each serves once.</summary>
public sealed class SecondFactor(IStore store, TotpSecrets secrets, IClock clock)
{
    public static readonly Refusal CodeRequired = new("code-required");

    /// <summary>Null: nothing is asked for, or it was right and is used up.</summary>
    public async Task<Refusal?> PassAsync(Agent agent, string? code, SignInSource source, CancellationToken cancellation)
    {
        if (agent.TotpSecret is not { } secret)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(code))
        {
            return CodeRequired;
        }

        var (session, now) = (store.OpenSession(), clock.GetCurrentInstant());
        if (Totp.Match(secrets.Open(agent.Id, secret), code.Replace(" ", "", StringComparison.Ordinal), agent.TotpStep, now) is { } step)
        {
            agent.TotpStep = step;
            session.Store(agent, agent.Version, agent.Version + 1);
        }
        else if (!UseRecoveryCode(session, agent, code, new(Actor.Of(agent.Id), source.Address?.ToString(), now)))
        {
            return PeopleRefusals.BadCode;
        }

        await session.CommitAsync(cancellation);
        return null;
    }

    private static bool UseRecoveryCode(IStoreSession session, Agent agent, string code, Authorship made)
    {
        var (hash, before) = (RecoveryCode.Hash(agent.Id, code), agent.Rights());
        if (!agent.RecoveryHashes.Contains(hash, StringComparer.Ordinal))
        {
            return false;
        }

        agent.RecoveryHashes = [.. agent.RecoveryHashes.Where(other => other != hash)];
        AccountChanges.Store(session, agent, before, made);
        return true;
    }
}
