using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Starts, ends and checks sign-ins; the database is what counts, so that a revocation holds on every node.</summary>
public sealed class AgentSessions(IStore store, NpgsqlDataSource database, IClock clock)
{
    private const string Valid =
        """
        from mt_doc_agentsession s join mt_doc_agent a on a.id = s.agent
        where s.ended_at is null and s.started_at > $2 and s.stamp = coalesce(a.data ->> 'SecurityStamp', '') and s.id
        """;

    public async Task<AgentSession> StartAsync(Agent agent, SignInSource source, CancellationToken cancellation)
    {
        var started = new AgentSession(Guid.NewGuid(), agent.Id, agent.SecurityStamp, clock.GetCurrentInstant(), EndedAt: null, source.Address?.ToString(), source.Words);
        var session = store.OpenSession();
        session.Store(started, StreamVersion.None, 1);
        await session.CommitAsync(cancellation);
        return started;
    }

    /// <summary>Ends a sign-in; one that has ended, or never was, stays as it is.</summary>
    public async Task EndAsync(Guid id, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<AgentSession>(id, cancellation) is { Value.EndedAt: null } found)
        {
            session.Store(found.Value with { EndedAt = clock.GetCurrentInstant() }, found.Version, found.Version + 1);
            await session.CommitAsync(cancellation);
        }
    }

    /// <summary>The account of a sign-in that still holds.</summary>
    public async Task<Agent?> FindAgentAsync(Guid id, CancellationToken cancellation)
    {
        await using var command = Command($"select a.data {Valid} = $1", new NpgsqlParameter<Guid> { TypedValue = id });
        return await command.ExecuteScalarAsync(cancellation) is string json ? JsonSerializer.Deserialize<Agent>(json, StoreJson.Options) : null;
    }

    /// <summary>An account's sign-ins that still hold with when each was last used, the newest first.</summary>
    public async Task<IReadOnlyList<(AgentSession Session, Instant SeenAt)>> OfAsync(AgentId agent, CancellationToken cancellation)
    {
        await using var command = Command(
            $"select s.data, (select seen from istom_session_seen where session = s.id) {Valid} is not null and s.agent = $1 order by s.started_at desc",
            new NpgsqlParameter<Guid> { TypedValue = agent.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var sessions = new List<(AgentSession, Instant)>();
        while (await reader.ReadAsync(cancellation))
        {
            var session = JsonSerializer.Deserialize<AgentSession>(reader.GetString(0), StoreJson.Options)!;
            sessions.Add((session, reader.IsDBNull(1) ? session.StartedAt : Instant.FromDateTimeUtc(reader.GetDateTime(1))));
        }

        return sessions;
    }

    /// <summary>Those of the sign-ins that still hold.</summary>
    public async Task<IReadOnlySet<Guid>> StillValidAsync(Guid[] ids, CancellationToken cancellation)
    {
        await using var command = Command($"select s.id {Valid} = any($1)", new NpgsqlParameter<Guid[]> { TypedValue = ids });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var valid = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellation))
        {
            valid.Add(reader.GetGuid(0));
        }

        return valid;
    }

    private NpgsqlCommand Command(string sql, NpgsqlParameter id)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(id);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (clock.GetCurrentInstant() - AgentSession.Longest).ToDateTimeUtc() });
        return command;
    }
}
