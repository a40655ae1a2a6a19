using iStom.Chat.Domain;
using iStom.Chat.Domain.Queue;
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
    private const string Order =
        """
        lane, case when lane = 0 then criticality <> 'Confirmed' end, case when lane = 1 then due end, queued_since, number collate "C"
        """;

    private const string Waiting =
        """
        with waiting as (
          select id, number, criticality, level, queued_since, due,
            case when criticality in ('Confirmed', 'Claimed') then 0 when at_risk_at <= $1 then 1 else 2 end as lane
          from mt_doc_ticket where queued_since is not null)
        """;

    private const string FirstSql =
        $"""
        {Waiting}, first as (
          select id, row_number() over (order by {Order}) as place, count(*) over () as total from waiting order by {Order} limit $2)
        select {TicketRow.Columns}, first.place, first.total from first join {TicketRow.From} on t.id = first.id order by first.place
        """;

    private const string PlaceSql =
        $"{Waiting}, placed as (select id, row_number() over (order by {Order}) as place from waiting) select place from placed where id = $2";

    private const string NextSql =
        $"{Waiting} select id from waiting where $2 or level = 'Paid' order by {Order} limit 1";

    /// <summary>The first of the queue in order, and how many wait in all.</summary>
    public async Task<(IReadOnlyList<QueuedTicket> First, int Total)> ReadAsync(Instant now, int limit, CancellationToken cancellation)
    {
        await using var command = Command(FirstSql, now);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var first = new List<QueuedTicket>();
        var total = 0;
        while (await reader.ReadAsync(cancellation))
        {
            var row = TicketRow.Read(reader);
            var entry = QueueEntry.Of(row.Ticket)!;
            first.Add(new(row, entry, PlaceOf(entry, (int)reader.GetInt64(3), now)));
            total = (int)reader.GetInt64(4);
        }

        return (first, total);
    }

    /// <summary>Where this ticket stands; null when it is not in the queue.</summary>
    public async Task<QueuePlace?> PlaceAsync(TicketRow row, Instant now, CancellationToken cancellation)
    {
        if (QueueEntry.Of(row.Ticket) is not { } entry)
        {
            return null;
        }

        await using var command = Command(PlaceSql, now);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = row.Ticket.Id.Value });
        return await command.ExecuteScalarAsync(cancellation) is long place ? PlaceOf(entry, (int)place, now) : null;
    }

    /// <summary>The ticket whose turn it is, among all or (outside working hours) among the paid ones.</summary>
    public async Task<TicketId?> NextAsync(bool anyLevel, Instant now, CancellationToken cancellation)
    {
        await using var command = Command(NextSql, now);
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = anyLevel });
        return await command.ExecuteScalarAsync(cancellation) is Guid id ? new TicketId(id) : null;
    }

    private NpgsqlCommand Command(string sql, Instant now)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.ToDateTimeUtc() });
        return command;
    }

    private static QueuePlace PlaceOf(QueueEntry entry, int place, Instant now) =>
        new(place, QueueOrder.LaneOf(entry, now), QueueOrder.ReasonOf(entry, now));
}
