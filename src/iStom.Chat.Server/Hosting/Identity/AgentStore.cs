using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.Identity;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>As much of ASP.NET Core Identity's store as its passkeys need. Accounts are changed by commands, never through it.</summary>
public sealed class AgentStore(IStore store, Accounts accounts) : IUserPasskeyStore<Agent>
{
    public async Task<Agent?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) && await store.OpenSession().LoadAsync<Agent>(id, cancellationToken) is { } found ? At(found) : null;

    public Task<Agent?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        accounts.FindAgentAsync(normalizedUserName, cancellationToken);

    public Task<Agent?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        accounts.FindByPasskeyAsync(credentialId, cancellationToken);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Agent user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(user.Passkeys.FirstOrDefault(passkey => passkey.Id.AsSpan().SequenceEqual(credentialId))?.ToInfo());

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Agent user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys.Select(passkey => passkey.ToInfo())]);

    public Task<string> GetUserIdAsync(Agent user, CancellationToken cancellationToken) => Task.FromResult(user.Id.Value.ToString());

    public Task<string?> GetUserNameAsync(Agent user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(Agent user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task AddOrUpdatePasskeyAsync(Agent user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw NotHere();

    public Task RemovePasskeyAsync(Agent user, byte[] credentialId, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> CreateAsync(Agent user, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> UpdateAsync(Agent user, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> DeleteAsync(Agent user, CancellationToken cancellationToken) => throw NotHere();

    public Task SetUserNameAsync(Agent user, string? userName, CancellationToken cancellationToken) => throw NotHere();

    public Task SetNormalizedUserNameAsync(Agent user, string? normalizedName, CancellationToken cancellationToken) => throw NotHere();

    public void Dispose()
    {
        // Nothing is held.
    }

    internal static Agent At(Versioned<Agent> found)
    {
        found.Value.Version = found.Version;
        return found.Value;
    }

    private static NotSupportedException NotHere() => new("An account's changes are events: they are made by commands.");
}
