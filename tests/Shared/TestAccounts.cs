using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace iStom.Chat.TestSupport;

/// <summary>Accounts put straight into the store, since nobody can register.</summary>
public static class TestAccounts
{
    public const string Password = "a password of the tests";

    /// <summary>Made cheaply: how often it was hashed stands in the hash, so that checking it is cheap too.</summary>
    private static readonly string PasswordHash = new PasswordHasher<Agent>(Options.Create(new PasswordHasherOptions { IterationCount = 1 })).HashPassword(null!, Password);

    /// <summary>An account that can sign in with <see cref="Password"/>.</summary>
    public static Task<Agent> AddAgentAsync(this IStore store, string name, bool paidSupport, params AgentRole[] roles) =>
        store.AddAgentWithAsync(name, paidSupport, roles is [] ? [AgentRole.Agent] : roles);

    /// <summary>An account with exactly these roles; none at all is possible.</summary>
    public static async Task<Agent> AddAgentWithAsync(this IStore store, string name, bool paidSupport, IReadOnlyList<AgentRole> roles)
    {
        var id = Guid.NewGuid();
        var agent = new Agent
        {
            Id = new(id), Email = $"{id:N}@example.org", Name = name, PasswordHash = PasswordHash, PaidSupport = paidSupport,
            Roles = roles,
        };
        await store.AddAsync(agent);
        return agent;
    }

    /// <summary>A browser that is known as a user of a clinic, and the key for its cookie.</summary>
    public static async Task<string> AddVerifiedVisitorAsync(this IStore store, Clinic clinic) => (await store.AddVisitorAsync(clinic)).Key;

    /// <summary>As above, for a test that must know the conversation before it begins.</summary>
    public static async Task<(string Key, Visitor Visitor)> AddVisitorAsync(this IStore store, Clinic clinic)
    {
        var key = VisitorKey.Create();
        var visitor = new Visitor
        {
            Id = new(Guid.NewGuid()), Conversation = new(Guid.NewGuid()), KeyHash = VisitorKey.Hash(key), Site = "cloud", Clinic = clinic.Id,
        };
        await store.AddAsync(visitor);
        return (key, visitor);
    }

    /// <summary>A clinic with the change that it was added by.</summary>
    public static async Task AddClinicAsync(this IStore store, Clinic clinic)
    {
        var session = store.OpenSession();
        session.Change(new ClinicChanged(Before: null, clinic, Authorship.OfDesk(RunningServer.MondayNoon)), StreamVersion.None);
        await session.CommitAsync(TestContext.Current.CancellationToken);
    }

    public static async Task AddAsync<T>(this IStore store, T document)
        where T : class
    {
        var session = store.OpenSession();
        session.Store(document, StreamVersion.None, 1);
        await session.CommitAsync(TestContext.Current.CancellationToken);
    }
}
