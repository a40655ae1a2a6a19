using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>
/// The rows of <c>istom_outbox</c>. A taken row is leased and its try counted, in a transaction of its own, so no
/// connection is held while the work is done. Outcomes name the try: whoever has lost the lease changes nothing.
/// </summary>
public sealed class OutboxQueue(NpgsqlDataSource database)
{
    private const string TakeSql =
        """
        with due as (
          select id from istom_outbox
          where parked is null and due <= $1 and kind = any($2) and (leased_until is null or leased_until < clock_timestamp())
          order by due limit $3 for update skip locked)
        update istom_outbox o set tries = o.tries + 1, leased_until = clock_timestamp() + $4
        from due where o.id = due.id returning o.id, o.kind, o.data, o.tries
        """;

    private const string Mine = "where id = $1 and tries = $2 and parked is null";

    /// <summary>Takes due messages of these kinds that nobody has.</summary>
    public async Task<IReadOnlyList<OutboxDelivery>> TakeAsync(IEnumerable<string> kinds, OutboxOptions options, Instant now, CancellationToken cancellation)
    {
        await using var command = Command(TakeSql, Sql.Utc(now), Sql.Of(kinds.ToArray()), Sql.Of(options.Batch), Sql.Of(options.Lease));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var taken = new List<OutboxDelivery>();
        while (await reader.ReadAsync(cancellation))
        {
            taken.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3)));
        }

        return taken;
    }

    /// <summary>The work is done; the message is gone.</summary>
    public Task DoneAsync(OutboxDelivery delivery, CancellationToken cancellation) =>
        ExecuteAsync($"delete from istom_outbox {Mine}", delivery, [], cancellation);

    /// <summary>The worker ends before the work has: gives the message back, as if it had not been taken.</summary>
    public Task GiveBackAsync(OutboxDelivery delivery, CancellationToken cancellation) =>
        ExecuteAsync($"update istom_outbox set leased_until = null, tries = tries - 1 {Mine}", delivery, [], cancellation);

    /// <summary>It was not tried; nothing is counted.</summary>
    public Task PostponeAsync(OutboxDelivery delivery, Instant due, string reason, CancellationToken cancellation) =>
        ExecuteAsync($"update istom_outbox set leased_until = null, tries = tries - 1, due = $3, reason = $4 {Mine}", delivery, [Sql.Utc(due), Sql.Of(reason)], cancellation);

    /// <summary>The try failed; there will be another.</summary>
    public Task RetryAsync(OutboxDelivery delivery, Instant due, string reason, CancellationToken cancellation) =>
        ExecuteAsync($"update istom_outbox set leased_until = null, due = $3, reason = $4 {Mine}", delivery, [Sql.Utc(due), Sql.Of(reason)], cancellation);

    /// <summary>The last try failed; the message waits for a person.</summary>
    public Task ParkAsync(OutboxDelivery delivery, Instant now, string reason, CancellationToken cancellation) =>
        ExecuteAsync($"update istom_outbox set leased_until = null, parked = $3, reason = $4 {Mine}", delivery, [Sql.Utc(now), Sql.Of(reason)], cancellation);

    /// <summary>What is parked, longest first.</summary>
    public async Task<IReadOnlyList<ParkedMessage>> ParkedAsync(int limit, CancellationToken cancellation)
    {
        await using var command = Command(
            "select id, kind, tries, parked, reason from istom_outbox where parked is not null order by parked, id limit $1", Sql.Of(limit));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var parked = new List<ParkedMessage>();
        while (await reader.ReadAsync(cancellation))
        {
            parked.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetInt32(2), Instant.FromDateTimeUtc(reader.GetDateTime(3)), reader.GetString(4)));
        }

        return parked;
    }

    /// <summary>Messages of these kinds that are not done: parked ones first, longest first.</summary>
    public async Task<IReadOnlyList<WaitingMessage>> WaitingAsync(IEnumerable<string> kinds, int limit, CancellationToken cancellation)
    {
        await using var command = Command(
            "select id, tries, due, parked, reason from istom_outbox where kind = any($1) order by parked nulls last, due, id limit $2", Sql.Of(kinds.ToArray()), Sql.Of(limit));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var waiting = new List<WaitingMessage>();
        while (await reader.ReadAsync(cancellation))
        {
            waiting.Add(new(
                reader.GetGuid(0), reader.GetInt32(1), Sql.InstantOf(reader.GetDateTime(2)), reader.IsDBNull(3) ? null : Sql.InstantOf(reader.GetDateTime(3)), reader.IsDBNull(4) ? null : reader.GetString(4)));
        }

        return waiting;
    }

    /// <summary>What failed for this reason, parked or not, begins anew at once.</summary>
    /// <param name="kinds">Of these kinds.</param>
    /// <param name="reason">How what the last try threw begins.</param>
    /// <param name="now">From when on they are due.</param>
    /// <param name="cancellation">Of whoever waits.</param>
    public async Task LetGoOnAsync(IEnumerable<string> kinds, string reason, Instant now, CancellationToken cancellation)
    {
        await using var command = Command(
            "update istom_outbox set parked = null, tries = 0, due = $3 where kind = any($1) and starts_with(reason, $2) and leased_until is null", Sql.Of(kinds.ToArray()), Sql.Of(reason), Sql.Utc(now));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Lets a parked message begin anew, with all its tries. False: no such message is parked.</summary>
    public async Task<bool> ResendAsync(Guid id, Instant now, CancellationToken cancellation)
    {
        await using var command = Command(
            "update istom_outbox set parked = null, tries = 0, due = $2 where id = $1 and parked is not null", Sql.Of(id), Sql.Utc(now));
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    private async Task ExecuteAsync(string sql, OutboxDelivery delivery, NpgsqlParameter[] rest, CancellationToken cancellation)
    {
        await using var command = Command(sql, [Sql.Of(delivery.Id), Sql.Of(delivery.Try), .. rest]);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = database.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
