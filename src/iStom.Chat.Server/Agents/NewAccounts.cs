using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>An account as somebody asks for it.</summary>
public sealed record NewAccount(string Email, string Name, string Password, IReadOnlyList<AgentRole> Roles, bool PaidSupport);

/// <summary>Makes accounts: of invitations, and at the terminal.</summary>
public sealed class NewAccounts(IStore store, Accounts accounts, Passwords passwords, IClock clock)
{
    /// <param name="wanted">What it is to be.</param>
    /// <param name="made">Who makes it, from where; of the new account's id.</param>
    /// <param name="also">What else is written in the same transaction.</param>
    /// <param name="cancellation">The caller's.</param>
    public async Task<Decision<AgentId>> AddAsync(NewAccount wanted, Func<AgentId, Authorship> made, Action<IStoreSession, Authorship> also, CancellationToken cancellation)
    {
        if (await accounts.FindAgentAsync(wanted.Email, cancellation) is not null)
        {
            return PeopleRefusals.EmailTaken;
        }

        if (PasswordRules.Check(wanted.Password, wanted.Email, wanted.Name) is { } refusal)
        {
            return refusal;
        }

        var session = store.OpenSession();
        var agent = Create(wanted);
        var authorship = made(agent.Id);
        AccountChanges.Store(session, agent, before: null, authorship);
        also(session, authorship);
        await session.CommitAsync(cancellation);
        return agent.Id;
    }

    private Agent Create(NewAccount wanted) => new()
    {
        Id = new(Guid.CreateVersion7()),
        Email = Accounts.Normalise(wanted.Email),
        Name = wanted.Name.Trim(),
        PasswordHash = passwords.Hash(wanted.Password),
        PasswordSetAt = clock.GetCurrentInstant(),
        Roles = wanted.Roles,
        PaidSupport = wanted.PaidSupport,
        SecurityStamp = AccountChanges.NewStamp(),
    };
}
