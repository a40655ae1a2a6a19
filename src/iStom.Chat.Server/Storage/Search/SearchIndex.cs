using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Storage.Search;

/// <summary>
/// The words of all texts, made from the events after their commits, so that no commit waits for it. Whatever is lost here
/// can be made anew: it holds no text, and nothing that the events do not hold.
/// </summary>
public sealed class SearchIndex(NpgsqlDataSource database)
{
    /// <summary>Events that are taken at once.</summary>
    public const int Batch = 500;

    private const string StateSql = "select through, seen, horizon is not null and pg_snapshot_xmin(pg_current_snapshot()) >= horizon, horizon is not null from istom_search_state for update";

    /// <summary>Who has taken a number was running then: its transaction had begun with the row of its stream.</summary>
    private const string MoveSql =
        "update istom_search_state set through = $1, seen = $2, horizon = case $3 when 0 then null when 1 then horizon else pg_snapshot_xmax(pg_current_snapshot()) end";

    private static readonly string[] Erasures = [EventTypes.NameOf(typeof(TicketErased)), EventTypes.NameOf(typeof(ConversationErased))];

    /// <summary>Takes in everything that is committed, as far as no open transaction holds it up.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        while (await TakeAsync(cancellation))
        {
        }
    }

    /// <summary>
    /// Takes in the next events and says whether there is more to do at once. One node at a time. An event whose number is lower can be committed
    /// later: what is missing is waited for until its transaction must have ended, and what comes after it is taken in again.
    /// </summary>
    public async Task<bool> TakeAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var state = await StateAsync(connection, cancellation);
        var entries = await SearchEntry.ReadAsync(connection, state.Through, Batch, cancellation);
        await KeepAsync(connection, entries, cancellation);
        await ForgetAsync(connection, entries, cancellation);
        var isMore = await MoveAsync(connection, state, entries, cancellation);
        await transaction.CommitAsync(cancellation);
        return isMore;
    }

    /// <summary>The instant of the first event that is not taken in; null when all are.</summary>
    public async Task<Instant?> OldestMissingAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select timestamp from mt_events where seq_id > (select through from istom_search_state) and isfinite(timestamp) order by seq_id limit 1");
        return await command.ExecuteScalarAsync(cancellation) is DateTime at ? Instant.FromDateTimeUtc(at) : null;
    }

    private static async Task KeepAsync(NpgsqlConnection connection, IReadOnlyList<SearchEntry> entries, CancellationToken cancellation)
    {
        if (entries.Any(entry => entry.Text is not null))
        {
            await ExecuteAsync(connection, SearchSql.Keep, cancellation, SearchEntry.Parameters(entries));
        }
    }

    /// <summary>
    /// An erasure has removed its rows itself. If a text was read here before it and written after it, this removes it: the
    /// erasure's own event is behind it. Then words that nobody uses any more go too.
    /// </summary>
    private static async Task ForgetAsync(NpgsqlConnection connection, IReadOnlyList<SearchEntry> entries, CancellationToken cancellation)
    {
        foreach (var erased in entries.Where(entry => Erasures.Contains(entry.Type, StringComparer.Ordinal)))
        {
            await ExecuteAsync(connection, SearchSql.Forget("$1", "$2"), cancellation, Sql.Of(new[] { erased.Stream }), Sql.Of(erased.Number));
        }

        await ExecuteAsync(connection, "set local gin_fuzzy_search_limit = 1000", cancellation);
        await ExecuteAsync(connection, SearchSql.ForgetWords, cancellation);
    }

    /// <summary>What has come is behind it now, up to what is missing. Says whether to look again: for the next, or at once for what may be missing for ever.</summary>
    private static async Task<bool> MoveAsync(NpgsqlConnection connection, State state, IReadOnlyList<SearchEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0)
        {
            return false;
        }

        var (through, last, sure) = (state.Through, entries[^1].Number, state.IsOver ? state.Seen : 0);
        foreach (var number in entries.Select(entry => entry.Number).TakeWhile(number => number == through + 1 || number <= sure))
        {
            through = number;
        }

        var keepsWaiting = state.Waits && !state.IsOver;
        var (seen, horizon) = through == last ? (last, 0) : keepsWaiting ? (state.Seen, 1) : (last, 2);
        await ExecuteAsync(connection, MoveSql, cancellation, Sql.Of(through), Sql.Of(seen), Sql.Of(horizon));
        return horizon == 2 || (through > state.Through && entries.Count == Batch);
    }

    private static async Task<State> StateAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(StateSql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(reader.GetInt64(0), reader.GetInt64(1), reader.GetBoolean(2), reader.GetBoolean(3));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <param name="Through">Every event up to here is in it.</param>
    /// <param name="Seen">The last that was there when something before it was missing.</param>
    /// <param name="IsOver">Whatever is missing up to there will never come.</param>
    /// <param name="Waits">Something is missing.</param>
    private sealed record State(long Through, long Seen, bool IsOver, bool Waits);
}
