using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.Identity;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>ASP.NET Core Identity over our storage: passwords, lockout, security stamps. People sign in with their address.</summary>
public sealed class AgentStore(IStore store, Accounts accounts)
    : IUserPasswordStore<Agent>, IUserLockoutStore<Agent>, IUserSecurityStampStore<Agent>
{
    private static readonly IdentityError Conflict = new() { Code = "conflict", Description = "The account was changed by somebody else." };

    public Task<IdentityResult> CreateAsync(Agent user, CancellationToken cancellationToken) => WriteAsync(user, cancellationToken);

    public Task<IdentityResult> UpdateAsync(Agent user, CancellationToken cancellationToken) => WriteAsync(user, cancellationToken);

    public Task<IdentityResult> DeleteAsync(Agent user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are not deleted: what they did refers to them.");

    public async Task<Agent?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        await store.OpenSession().LoadAsync<Agent>(Guid.Parse(userId), cancellationToken) is { } found ? At(found.Value, found.Version) : null;

    public Task<Agent?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        accounts.FindAgentAsync(normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(Agent user, CancellationToken cancellationToken) => Task.FromResult(user.Id.Value.ToString());

    public Task<string?> GetUserNameAsync(Agent user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(Agent user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(Agent user, string? userName, CancellationToken cancellationToken) => Set(() => user.Email = userName!);

    public Task SetNormalizedUserNameAsync(Agent user, string? normalizedName, CancellationToken cancellationToken) => Set(() => user.Email = normalizedName!);

    public Task SetPasswordHashAsync(Agent user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(Agent user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Agent user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(Agent user, string stamp, CancellationToken cancellationToken) => Set(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(Agent user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Agent user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(Agent user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Set(() => user.LockedUntil = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(Agent user, CancellationToken cancellationToken) => Task.FromResult(++user.FailedSignIns);

    public Task ResetAccessFailedCountAsync(Agent user, CancellationToken cancellationToken) => Set(() => user.FailedSignIns = 0);

    public Task<int> GetAccessFailedCountAsync(Agent user, CancellationToken cancellationToken) => Task.FromResult(user.FailedSignIns);

    public Task<bool> GetLockoutEnabledAsync(Agent user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Agent user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // Nothing is held.
    }

    internal static Agent At(Agent agent, long version)
    {
        agent.Version = version;
        return agent;
    }

    private async Task<IdentityResult> WriteAsync(Agent user, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        session.Store(user, user.Version, user.Version + 1);
        try
        {
            await session.CommitAsync(cancellation);
        }
        catch (ConcurrencyConflictException)
        {
            return IdentityResult.Failed(Conflict);
        }

        user.Version++;
        return IdentityResult.Success;
    }

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
