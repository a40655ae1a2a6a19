using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Search;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Search;

/// <summary>A text that was found.</summary>
internal sealed record FoundText(SearchCursor Place, Guid Ticket);

/// <summary>What is looked for among the texts.</summary>
/// <param name="Subjects">Subjects of tickets; otherwise messages and notes.</param>
/// <param name="Words">As tsquery; null: any.</param>
internal sealed record TextQuery(bool Subjects, string? Words, SearchFilter Filter, Instant Now, SearchCursor Before, int Limit);

/// <summary>
/// The newest texts with these words, whether the words are frequent or not. Where few tickets pass the filter, theirs are looked
/// through. Otherwise the newest texts are, in which what is frequent is found at once; and then the index on words, which has
/// little of what was not found there.
/// </summary>
internal static class TextSearch
{
    /// <summary>So many tickets are few.</summary>
    private const int Few = 1500;

    /// <summary>The newest texts that are looked through; more of them where a filter lets only some pass.</summary>
    private const int Newest = 4_000;
    private const int NewestFiltered = 30_000;

    private const string Columns = "s.seq, s.at, s.ticket";
    private const string InOrder = "order by s.at desc, s.seq desc";
    private const string Place = "(s.at, s.seq) < ($2, $3) and s.at >= $4";
    private const string HasWords = "($1 is null or s.words @@ $1::tsquery)";
    private const int FilterFrom = 6;

    private static readonly string FewSql = $"select t.id from mt_doc_ticket t where {SearchFilter.Condition(1)} limit {Few + 1}";

    /// <summary>The limit keeps it a look-up for each text, in their order, until there are enough.</summary>
    private static readonly string Passes = $"cross join lateral (select from mt_doc_ticket t where t.id = s.ticket and {SearchFilter.Condition(FilterFrom)} limit 1) passes";

    public static async Task<IReadOnlyList<FoundText>> FindAsync(NpgsqlConnection connection, TextQuery query, CancellationToken cancellation)
    {
        if (query.Filter.IsOfTickets && await FewAsync(connection, query, cancellation) is { } few)
        {
            return await ReadAsync(connection, OfTickets(query), query, [Sql.Of(few)], cancellation);
        }

        NpgsqlParameter[] filter = query.Filter.IsOfTickets ? query.Filter.Parameters(query.Now) : [];
        var found = await ReadAsync(connection, InNewest(query), query, filter, cancellation);
        if (found.Count == query.Limit || await EndOfNewestAsync(connection, query, cancellation) is not { } end)
        {
            return found;
        }

        var rest = query with { Before = end, Limit = query.Limit - found.Count };
        return [.. found, .. await ReadAsync(connection, query.Words is null ? InAll(rest) : ByIndex(rest), rest, Copy(filter), cancellation)];
    }

    private static int Window(TextQuery query) => query.Filter.IsOfTickets ? NewestFiltered : Newest;

    private static string Is(TextQuery query) => query.Subjects ? "s.kind = 0" : "s.kind > 0";

    /// <summary>Subjects have an index of their own; messages are nearly all of the rest.</summary>
    private static string Walked(TextQuery query) => query.Subjects ? "s.kind = 0 and" : "";

    private static string Filtered(TextQuery query) => query.Filter.IsOfTickets ? Passes : "";

    private static string OfTickets(TextQuery query) =>
        $"select {Columns} from unnest(${FilterFrom}::uuid[]) f(id) join istom_search s on s.ticket = f.id where {Is(query)} and {HasWords} and {Place} {InOrder} limit $5";

    private static string InNewest(TextQuery query) =>
        $"""
        select {Columns} from (select * from istom_search s where {Walked(query)} {Place} {InOrder} limit {Window(query)}) s
        {Filtered(query)} where {Is(query)} and {HasWords} {InOrder} limit $5
        """;

    private static string ByIndex(TextQuery query) =>
        $"""
        with hits as materialized (select s.seq, s.at, s.ticket from istom_search s where s.words @@ $1::tsquery and {Is(query)} and {Place})
        select {Columns} from (select * from hits s {InOrder}) s {Filtered(query)} {InOrder} limit $5
        """;

    private static string InAll(TextQuery query) => $"select {Columns} from istom_search s {Filtered(query)} where {Is(query)} and {Place} {InOrder} limit $5";

    /// <summary>The tickets that pass, if they are few.</summary>
    private static async Task<Guid[]?> FewAsync(NpgsqlConnection connection, TextQuery query, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(FewSql, connection);
        command.Parameters.AddRange(query.Filter.Parameters(query.Now));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var few = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
        {
            few.Add(reader.GetGuid(0));
        }

        return few.Count > Few ? null : [.. few];
    }

    /// <summary>The last of the newest; null when there are not more.</summary>
    private static async Task<SearchCursor?> EndOfNewestAsync(NpgsqlConnection connection, TextQuery query, CancellationToken cancellation)
    {
        var sql = $"select s.seq, s.at, s.ticket from istom_search s where {Walked(query)} {Place} {InOrder} offset {Window(query) - 1} limit 1";
        return await ReadAsync(connection, sql, query, [], cancellation) is [var last] ? last.Place : null;
    }

    private static async Task<IReadOnlyList<FoundText>> ReadAsync(
        NpgsqlConnection connection, string sql, TextQuery query, NpgsqlParameter[] rest, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        var place = query.Filter.Until is { } until && until < query.Before.At ? new(until, long.MinValue) : query.Before;
        NpgsqlParameter[] parameters =
            [Sql.OrNull(query.Words, NpgsqlDbType.Text), Sql.Utc(place.At), Sql.Of(place.Number), Sql.Utc(query.Filter.Since ?? NodaConstants.UnixEpoch), Sql.Of(query.Limit), .. rest];
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<FoundText>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(new(new(Instant.FromDateTimeUtc(reader.GetDateTime(1)), reader.GetInt64(0)), reader.GetGuid(2)));
        }

        return found;
    }

    private static NpgsqlParameter[] Copy(NpgsqlParameter[] parameters) => [.. parameters.Select(parameter => parameter.Clone())];
}
