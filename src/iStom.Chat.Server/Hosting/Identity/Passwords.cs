using iStom.Chat.Domain;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Hashes passwords and checks them, in the same time whether there is an account or not.</summary>
public sealed class Passwords
{
    /// <summary>Checked where there is no account, so that the time says nothing. Nobody's, so that one does for a process.</summary>
    private static readonly string Decoy = new PasswordHasher<Agent>().HashPassword(null!, Guid.NewGuid().ToString());

    private readonly PasswordHasher<Agent> _hasher = new();

    /// <summary>Taken at the start: the first who asks must not wait for it.</summary>
    private readonly string _decoy = Decoy;

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <summary>Becomes the account's; or is refused, and nothing has changed.</summary>
    public Refusal? Set(Agent agent, string password, Instant now)
    {
        if (PasswordRules.Check(password, agent.Email, agent.Name) is { } refusal)
        {
            return refusal;
        }

        (agent.PasswordHash, agent.PasswordSetAt) = (Hash(password), now);
        return null;
    }

    public bool IsRight(Agent? agent, string password) =>
        _hasher.VerifyHashedPassword(null!, agent?.PasswordHash ?? _decoy, password) != PasswordVerificationResult.Failed && agent?.PasswordHash is not null;
}
