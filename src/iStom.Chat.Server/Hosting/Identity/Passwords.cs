using Microsoft.AspNetCore.Identity;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Hashes passwords and checks them, in the same time whether there is an account or not.</summary>
public sealed class Passwords
{
    private readonly PasswordHasher<Agent> _hasher = new();

    /// <summary>Checked where there is no account, so that the time says nothing.</summary>
    private readonly string _decoy = new PasswordHasher<Agent>().HashPassword(null!, Guid.NewGuid().ToString());

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    public bool IsRight(Agent? agent, string password) =>
        _hasher.VerifyHashedPassword(null!, agent?.PasswordHash ?? _decoy, password) != PasswordVerificationResult.Failed && agent?.PasswordHash is not null;
}
