using iStom.Chat.Server.Contract;
using Npgsql;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Search;

/// <summary>What is looked for among the texts, as tsquery: the words in any form, and for one that nobody has used those like it.</summary>
internal static class MeantWords
{
    private const string QuerySql = "select websearch_to_tsquery('pg_catalog.russian', $1)::text";

    /// <summary>Words that nobody has used, with those that look alike. Shorter ones would look like many.</summary>
    private const string SimilarSql =
        """
        select t.lexeme, w.word from unnest(to_tsvector('pg_catalog.russian', $1)) t
        cross join lateral (select word from istom_search_word w where w.word % t.lexeme order by similarity(w.word, t.lexeme) desc limit 30) w
        where length(t.lexeme) between 4 and 30 and not exists (select from istom_search_word known where known.word = t.lexeme)
        """;

    private const string HasTrigramsSql = "select exists (select from pg_extension where extname = 'pg_trgm')";

    /// <summary>Null: there is nothing to look for among the words.</summary>
    public static async Task<string?> ReadAsync(NpgsqlConnection connection, SearchPhrase phrase, bool hasTrigrams, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(QuerySql, connection) { Parameters = { Sql.Of(phrase.Normal) } };
        var words = (string)(await command.ExecuteScalarAsync(cancellation))!;
        if (words.Length > 0 && hasTrigrams)
        {
            foreach (var (word, similar) in await SimilarAsync(connection, phrase, cancellation))
            {
                words = words.Replace($"'{word}'", $"('{word}' | {string.Join(" | ", similar.Select(other => $"'{other}'"))})", StringComparison.Ordinal);
            }
        }

        return (words, phrase.Beginning) switch { ("", var beginning) => beginning, (_, null) => words, (_, var beginning) => $"({words}) | {beginning}" };
    }

    public static async Task<bool> HasTrigramsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(HasTrigramsSql, connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<IReadOnlyList<(string Word, IReadOnlyList<string> Similar)>> SimilarAsync(
        NpgsqlConnection connection, SearchPhrase phrase, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SimilarSql, connection) { Parameters = { Sql.Of(phrase.Normal) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var pairs = new List<(string Word, string Similar)>();
        while (await reader.ReadAsync(cancellation))
        {
            pairs.Add((reader.GetString(0), reader.GetString(1)));
        }

        return [.. pairs.Where(pair => pair.Word.All(char.IsLetter)).GroupBy(pair => pair.Word, StringComparer.Ordinal)
            .Select(word => (word.Key, SimilarWords.Nearest(word.Key, word.Select(pair => pair.Similar)))).Where(word => word.Item2.Count > 0)];
    }
}
