using System.Data;
using Npgsql;

namespace iStom.Chat.Server.Storage.Search;

/// <summary>The words against the events: what is searched must be what the texts say now.</summary>
public sealed class SearchComparison(NpgsqlDataSource database)
{
    private const int Page = 500;

    /// <summary>Says where they differ, and writes these anew if asked to; what no event holds is removed.</summary>
    public async Task<IReadOnlyList<Difference>> RunAsync(bool rewrite, CancellationToken cancellation)
    {
        await new SearchIndex(database).CatchUpAsync(cancellation);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var through = (long)(await Command(connection, "select through from istom_search_state").ExecuteScalarAsync(cancellation))!;
        var differences = new List<Difference>();
        for (var (after, page) = (0L, (IReadOnlyList<SearchEntry>)[]); after < through; after = page.Count == 0 ? through : page[^1].Number)
        {
            await using var transaction = await connection.BeginTransactionAsync(rewrite ? IsolationLevel.ReadCommitted : IsolationLevel.RepeatableRead, cancellation);
            page = await PageAsync(connection, after, through, rewrite, differences, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        differences.AddRange(await OrphansAsync(connection, through, rewrite, cancellation));
        return differences;
    }

    private static async Task<IReadOnlyList<SearchEntry>> PageAsync(
        NpgsqlConnection connection, long after, long through, bool rewrite, List<Difference> differences, CancellationToken cancellation)
    {
        if (rewrite)
        {
            await Command(connection, "select from istom_search_state for update").ExecuteNonQueryAsync(cancellation);
        }

        var page = await SearchEntry.ReadAsync(connection, after, Page, cancellation);
        var entries = page.Where(entry => entry.Number <= through).ToDictionary(entry => entry.Number);
        var wrong = await NumbersAsync(Command(connection, SearchSql.Differing, SearchEntry.Parameters(entries.Values)), cancellation);
        differences.AddRange(wrong.Select(number => new Difference("search", entries[number].Stream, "words")));
        if (rewrite && wrong.Count > 0)
        {
            await Command(connection, SearchSql.Keep, SearchEntry.Parameters(wrong.Select(number => entries[number]))).ExecuteNonQueryAsync(cancellation);
        }

        return page;
    }

    /// <summary>Rows of events that are gone, or that hold no text any more.</summary>
    private static async Task<IReadOnlyList<Difference>> OrphansAsync(NpgsqlConnection connection, long through, bool rewrite, CancellationToken cancellation)
    {
        string[] types = [.. SearchText.Types.Select(EventTypes.NameOf)];
        await using var command = Command(connection, SearchSql.Orphans(rewrite), Sql.Of(through), Sql.Of(types));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var orphans = new List<Difference>();
        while (await reader.ReadAsync(cancellation))
        {
            orphans.Add(new("search", reader.GetGuid(0), "orphan"));
        }

        return orphans;
    }

    private static async Task<IReadOnlyList<long>> NumbersAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var numbers = new List<long>();
        while (await reader.ReadAsync(cancellation))
        {
            numbers.Add(reader.GetInt64(0));
        }

        return numbers;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
