using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Alarms;

/// <summary>Reads alarms, and the tickets that may give one.</summary>
public sealed class AlarmReader(NpgsqlDataSource database, LiveDocuments<AlarmSettings> kept)
{
    private const string OnSql = "select data, mt_version from mt_doc_alarm where on_since is not null order by on_since, id";

    private const string KnownSql = "select data, mt_version from mt_doc_alarm where id = any($1)";

    /// <summary>Each part has an index of its own, and costs nothing where it is not asked for.</summary>
    private const string TicketsSql =
        $"""
        select data, mt_version from mt_doc_ticket where id = any($1)
        union all
        select data, mt_version from mt_doc_ticket where $2 and queued_since is not null and level = 'Paid' and id <> all($1)
        union all
        select data, mt_version from mt_doc_ticket where $3 and queued_since is not null and {Due} and id <> all($1) and not ($2 and level = 'Paid')
        union all
        select data, mt_version from mt_doc_ticket where $3 and assignee is not null and status in ('InProgress', 'WithDevelopment') and {Due} and id <> all($1)
        """;

    private const string Due = "(data -> 'Wait' -> 'Promise' ->> 'AtRiskAt')::timestamptz <= $4 and (data -> 'Wait' -> 'Promise' ->> 'Due')::timestamptz > $5";

    /// <summary>The routes as they are, with their version.</summary>
    public Versioned<AlarmSettings> Settings => kept.Find(AlarmSettings.Only) ?? new(AlarmSettings.Default, StreamVersion.None);

    /// <summary>The alarms that are on, longest first.</summary>
    public Task<IReadOnlyList<Versioned<Alarm>>> OnAsync(CancellationToken cancellation) => database.ReadDocumentsAsync<Alarm>(OnSql, [], cancellation);

    /// <summary>Those of these that were ever raised.</summary>
    public Task<IReadOnlyList<Versioned<Alarm>>> KnownAsync(IEnumerable<Guid> ids, CancellationToken cancellation) =>
        ids.ToArray() is { Length: > 0 } these ? database.ReadDocumentsAsync<Alarm>(KnownSql, [Sql.Of(these)], cancellation) : Task.FromResult<IReadOnlyList<Versioned<Alarm>>>([]);

    /// <summary>These tickets, at night those in the queue that are Paid, and those whose deadline may be near or was missed just now.</summary>
    public async Task<IReadOnlyList<Ticket>> TicketsAsync(IEnumerable<Guid> these, bool isNight, bool deadlines, Instant now, CancellationToken cancellation)
    {
        NpgsqlParameter[] parameters = [Sql.Of(these.Distinct().ToArray()), Sql.Of(isNight), Sql.Of(deadlines), Sql.Utc(now), Sql.Utc(now - AlarmRules.Fresh)];
        return [.. (await database.ReadDocumentsAsync<Ticket>(TicketsSql, parameters, cancellation)).Select(found => found.Value)];
    }
}
