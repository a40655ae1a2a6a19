using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>
/// The way of every change of an account: account, event and audit line together, and the end of its sign-ins; whoever changes
/// their own keeps the one they do it in.
/// </summary>
public sealed class AccountChanges(IStore store, Accounts accounts, IClock clock)
{
    public static string Kind => Projections.KindOf<AgentRights>();

    /// <param name="change">Changes the account, or refuses.</param>
    public async Task<Decision<AgentRights>> ChangeAsync(AgentId id, AgentCaller caller, Func<Agent, Refusal?> change, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Agent>(id.Value, cancellation) is not { } found)
        {
            return PeopleRefusals.AgentNotFound;
        }

        var agent = AgentStore.At(found);
        var before = agent.Rights();
        if (change(agent) is { } refusal)
        {
            return refusal;
        }

        if (before.Administrates() && !agent.Rights().Administrates() && !await KeepsAnotherAsync(session, id, cancellation))
        {
            return PeopleRefusals.LastAdministrator;
        }

        agent.SecurityStamp = NewStamp();
        await KeepOwnSignInAsync(session, agent, caller, cancellation);
        Store(session, agent, before, caller.Made(clock.GetCurrentInstant()));
        await session.CommitAsync(cancellation);
        return agent.Rights();
    }

    /// <summary>As above, where nothing can be refused.</summary>
    public Task<Decision<AgentRights>> ChangeAsync(AgentId id, AgentCaller caller, Action<Agent> change, CancellationToken cancellation) =>
        ChangeAsync(id, caller, agent => Done(change, agent), cancellation);

    /// <summary>The account with its event, in the session.</summary>
    /// <param name="before">Null: it is new.</param>
    public static void Store(IStoreSession session, Agent agent, AgentRights? before, Authorship made)
    {
        session.Store(agent, agent.Version, agent.Version + 1);
        session.Record(new AgentRightsChanged(before, agent.Rights(), made), Kind, StreamVersion.Any);
    }

    private static Refusal? Done(Action<Agent> change, Agent agent)
    {
        change(agent);
        return null;
    }

    public static string NewStamp() => Guid.NewGuid().ToString("N");

    /// <summary>
    /// Whether somebody else can administrate. That account is written too, unchanged: of two who take the role from each other at the
    /// same moment, one finds it changed.
    /// </summary>
    private async Task<bool> KeepsAnotherAsync(IStoreSession session, AgentId id, CancellationToken cancellation)
    {
        if (await accounts.FindOtherAdministratorAsync(id, cancellation) is not { } other)
        {
            return false;
        }

        session.Store(other, other.Version, other.Version + 1);
        return true;
    }

    private static async Task KeepOwnSignInAsync(IStoreSession session, Agent agent, AgentCaller caller, CancellationToken cancellation)
    {
        if (caller.Agent == agent.Id && await session.LoadAsync<AgentSession>(caller.Session, cancellation) is { Value.EndedAt: null } own)
        {
            session.Store(own.Value with { Stamp = agent.SecurityStamp }, own.Version, own.Version + 1);
        }
    }
}
