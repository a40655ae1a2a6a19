using System.Collections.Concurrent;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>When sign-ins were last used. Kept in memory and written now and then, so that a request costs no write.</summary>
public sealed class SessionSightings(NpgsqlDataSource database, LiveSockets sockets, IClock clock)
{
    private const string WriteSql =
        """
        insert into istom_session_seen (session, seen) select unnest($1::uuid[]), $2
        on conflict (session) do update set seen = greatest(istom_session_seen.seen, excluded.seen)
        """;

    private readonly ConcurrentDictionary<Guid, byte> _seen = new();

    public void Seen(Guid session) => _seen[session] = 0;

    /// <summary>Writes down those that were used since the last time, or are connected now.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        Guid[] used = [.. _seen.Keys];
        await using var command = database.CreateCommand(WriteSql);
        command.Parameters.Add(Sql.Of(used.Union(sockets.AgentSessions()).ToArray()));
        command.Parameters.Add(Sql.Utc(clock.GetCurrentInstant()));
        await command.ExecuteNonQueryAsync(cancellation);
        Array.ForEach(used, session => _seen.TryRemove(session, out _));
    }
}
