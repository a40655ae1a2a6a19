using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>Finds ways back to a lost password.</summary>
public sealed class PasswordResets(IStore store, LinkKeys keys, IClock clock)
{
    /// <summary>One answer to all that opens nothing: a link tells nobody what it was.</summary>
    public static readonly Refusal NotFound = new("reset-not-found");

    public static PasswordResetId IdOf(AgentId agent) => new(NameBasedId.Of(agent.Value, nameof(PasswordReset)));

    /// <summary>What the secret opens now, with its account; null where it was replaced or used, has expired or never was, and for an account that is disabled.</summary>
    public async Task<(Versioned<PasswordReset> Reset, Agent Agent)?> FindBySecretAsync(string secret, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        if (await keys.FindAsync(secret, cancellation) is not { } id
            || await session.LoadAsync<PasswordReset>(id, cancellation) is not { } reset
            || await session.LoadAsync<Agent>(reset.Value.Agent.Value, cancellation) is not { Value.Disabled: false } found)
        {
            return null;
        }

        var agent = AgentStore.At(found);
        return reset.Value.Opens(clock.GetCurrentInstant(), agent.PasswordSetAt) ? (reset, agent) : null;
    }
}
