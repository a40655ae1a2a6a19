using System.Collections.Concurrent;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Queue;

/// <summary>A waiting ticket with its place.</summary>
public sealed record QueuedTicket(TicketRow Row, QueueEntry Entry, QueuePlace Place);

/// <summary>
/// The queue in SQL: the same order as <see cref="QueueOrder"/>, to which a test holds it. Lanes depend on the time,
/// so they are computed on reading.
/// </summary>
public sealed class QueueReader(NpgsqlDataSource database)
{
    /// <summary>Places up to here are told exactly; behind it a visitor only learns that there are more.</summary>
    public const int LastPlace = 51;

    /// <summary>Counting ends here: how many thousands wait does not matter to whoever looks.</summary>
    public const int MostCounted = 1000;

    private static readonly string PlaceSql =
        $"""
        with {QueueSql.First(LastPlace, QueueSql.AllLevels)}
        select coalesce(first.place, {LastPlace + 1}), (select count(*) from critical) from mt_doc_ticket t left join first on first.id = t.id where t.id = $2 and t.queued_since is not null
        """;

    private static readonly string NextSql = $"with {QueueSql.First(1, QueueSql.AllLevels)} select id from first";
    private static readonly string NextPaidSql = $"with {QueueSql.First(1, SupportLevel.Paid)} select id from first";

    private const string StandingSql =
        """
        select coalesce(p.availability, 'Online'), a.data ->> 'ChatLimit' is null
          or (select count(*) from mt_doc_ticket t where t.assignee = a.id and t.status in ('InProgress', 'AwaitingCustomer')) < (a.data ->> 'ChatLimit')::int
        from mt_doc_agent a left join istom_presence p on p.agent = a.id where a.id = $1
        """;

    private static readonly ConcurrentDictionary<int, string> FirstSql = new();

    /// <summary>The first of the queue in order, and how many wait in all, counted up to <see cref="MostCounted"/>.</summary>
    public async Task<(IReadOnlyList<QueuedTicket> First, int Total)> ReadAsync(Instant now, int limit, CancellationToken cancellation)
    {
        await using var command = Command(FirstSql.GetOrAdd(limit, FirstSqlOf), now);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var first = new List<QueuedTicket>();
        var (total, critical) = (0, 0);
        while (await reader.ReadAsync(cancellation))
        {
            var row = TicketRow.Read(reader);
            var entry = QueueEntry.Of(row.Ticket)!;
            var place = PlaceOf(entry, (int)reader.GetInt64(5), critical, now);
            critical += place.Lane is Lane.Critical ? 1 : 0;
            first.Add(new(row, entry, place));
            total = (int)reader.GetInt64(6);
        }

        return (first, total);
    }

    /// <summary>Where this ticket stands, told up to <see cref="LastPlace"/> and the one behind it; null when it is not in the queue.</summary>
    public async Task<QueuePlace?> PlaceAsync(TicketRow row, Instant now, CancellationToken cancellation)
    {
        if (QueueEntry.Of(row.Ticket) is not { } entry)
        {
            return null;
        }

        await using var command = Command(PlaceSql, now);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = row.Ticket.Id.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? PlaceOf(entry, (int)reader.GetInt64(0), (int)reader.GetInt64(1), now) : null;
    }

    /// <summary>The ticket whose turn it is, among those of a level or (null) among all.</summary>
    public async Task<TicketId?> NextAsync(SupportLevel? level, Instant now, CancellationToken cancellation)
    {
        await using var command = Command(level is null ? NextSql : NextPaidSql, now);
        return await command.ExecuteScalarAsync(cancellation) is Guid id ? new TicketId(id) : null;
    }

    /// <summary>What the agent says of themselves, and whether they may have another ticket: fewer than their limit are with them or wait for their customer.</summary>
    public async Task<(Availability Availability, bool HasRoom)> StandingAsync(AgentId agent, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(StandingSql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = agent.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (Enum.Parse<Availability>(reader.GetString(0)), reader.GetBoolean(1))
            : (Availability.Online, true);
    }

    private static string FirstSqlOf(int limit) =>
        $"""
        with {QueueSql.First(limit, QueueSql.AllLevels)}
        select {TicketRow.Columns}, first.place,
          (select count(*) from (select from mt_doc_ticket where queued_since is not null limit {MostCounted}) counted)
        from first join {TicketRow.From} on t.id = first.id order by first.place
        """;

    private NpgsqlCommand Command(string sql, Instant now)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.ToDateTimeUtc() });
        return command;
    }

    /// <summary>The critical lane comes first: whatever of it is not ahead is this one or after it.</summary>
    private static QueuePlace PlaceOf(QueueEntry entry, int place, int critical, Instant now) =>
        new(place, QueueOrder.LaneOf(entry, now), QueueOrder.ReasonOf(entry, now), Math.Min(place - 1, critical));
}
