using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Search;
using Npgsql;

namespace iStom.Chat.Server.Manual;

/// <summary>
/// Which articles somebody may mean who is still writing: any of the words counts, the rarer the more, and twice where it is in a
/// title. The last word may be unfinished; for one that no article has, those of titles that look alike are taken.
/// </summary>
public sealed class ArticleSearch(NpgsqlDataSource database)
{
    /// <summary>Most articles in one answer.</summary>
    private const int Shown = 3;

    /// <summary>Words of a text that are looked for.</summary>
    private const int MostWords = 12;

    /// <summary>From so many letters on a word is looked for before it is finished.</summary>
    private const int LeastOfBeginning = 3;

    /// <summary>Which part of all that was asked for an article must have: one usual word of a long sentence is none.</summary>
    private const double LeastPart = 0.3;

    /// <summary>The words as they stand in the index, in the order of the text, and of those that no article has what looks alike.</summary>
    private const string WordsSql =
        """
        with typed as materialized (
          select t.lexeme, t.positions[1] as place,
            exists (select from istom_article_search s where s.words @@ quote_literal(t.lexeme)::tsquery and s.language = $2) as known
          from unnest(to_tsvector('pg_catalog.russian', $1)) t where t.lexeme !~ '[^[:alnum:]]' order by place limit $3)
        select t.lexeme, t.known, case when t.known or not $4 or length(t.lexeme) not between 4 and 30 then array[]::varchar[] else array(
          select d.word from (select distinct w.word from istom_article_word w where w.word % t.lexeme) d
          order by similarity(d.word, t.lexeme) desc limit 30) end
        from typed t order by t.place
        """;

    /// <summary>
    /// Of a word that many articles have only some hits are looked at, those of titles apart, and of all words together however frequent
    /// each is; the best of all these, by what is known of them so far and never by more than they are worth, are then ranked by every word.
    /// So the time depends on the words, and hardly on how many articles there are.
    /// </summary>
    private const string FoundSql =
        """
        with asked as materialized (select q::tsquery as query, n from unnest($1::text[]) with ordinality as a(q, n)),
        hits as materialized (
          select asked.n, h.article, h.titled from asked cross join lateral (
            (select s.article, false as titled from istom_article_search s where s.words @@ asked.query and s.language = $2 limit 250) union all
            (select s.article, true from istom_article_search s where s.title @@ asked.query and s.language = $2 limit 100)) h),
        words as materialized (
          select n, asked.query, ln(1 + (select count(*) from (select from istom_article_search where language = $2 limit 1000) l)::float8 / h.hits) as weight
          from asked join (select n, count(*) as hits from hits where not titled group by n) h using (n)),
        whole as materialized (select sum(weight) as weight, string_agg('(' || query::text || ')', ' & ')::tsquery as query from words),
        known as (
          select article, max(w.weight * case when h.titled then 2 else 1 end) as weight from hits h join words w using (n) group by article, n),
        candidates as materialized (
          select article from (
            select article, sum(weight) as weight from known group by article
            union all (select s.article, whole.weight from whole join istom_article_search s on s.words @@ whole.query where s.language = $2 limit 40)) h
          group by article order by max(weight) desc, article limit 40),
        best as (
          select s.article, r.score from candidates c join istom_article_search s using (article) cross join lateral (
            select sum(w.weight * case when s.title @@ w.query then 2 when s.words @@ w.query then 1 else 0 end) as score from words w) r
          where r.score >= $3 * (select weight from whole) order by r.score desc, s.article limit $4)
        select a.id, a.data ->> 'Title' from best b join mt_doc_article a on a.id = b.article order by b.score desc, a.id
        """;

    private const string HasTrigramsSql = "select exists (select from pg_extension where extname = 'pg_trgm')";

    private bool? _hasTrigrams;

    public async Task<FoundArticle[]> FindAsync(string text, Language language, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var asked = await AskedAsync(connection, SearchText.Normal(text), language, cancellation);
        return asked.Count == 0 ? [] : await FoundAsync(connection, asked, language, cancellation);
    }

    private async Task<IReadOnlyList<string>> AskedAsync(NpgsqlConnection connection, string text, Language language, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(WordsSql, connection)
        {
            Parameters = { Sql.Of(text), Sql.Of(language.ToString()), Sql.Of(MostWords), Sql.Of(await HasTrigramsAsync(connection, cancellation)) },
        };
        var asked = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var word = reader.GetString(0);
            string[] meant = reader.GetBoolean(1) ? [word] : [.. SimilarWords.Nearest(word, reader.GetFieldValue<string[]>(2))];
            asked.AddRange(meant is [] ? [] : [string.Join(" | ", meant.Select(each => $"'{each}'"))]);
        }

        return Unfinished(text) is { } beginning ? [.. asked, $"'{beginning}':*"] : asked;
    }

    /// <summary>What the text ends with, if it is letters or digits: quoted, it needs no escaping.</summary>
    private static string? Unfinished(string text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        return text.Length - start >= LeastOfBeginning ? text[start..] : null;
    }

    private static async Task<FoundArticle[]> FoundAsync(NpgsqlConnection connection, IReadOnlyList<string> asked, Language language, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(FoundSql, connection)
        {
            Parameters = { Sql.Of(asked.ToArray()), Sql.Of(language.ToString()), Sql.Of(LeastPart), Sql.Of(Shown) },
        };
        var found = new List<FoundArticle>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(new(new(reader.GetGuid(0)), reader.GetString(1)));
        }

        return [.. found];
    }

    /// <summary>The migration makes the extension where it may; it is asked once.</summary>
    private async Task<bool> HasTrigramsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (_hasTrigrams is null)
        {
            await using var command = new NpgsqlCommand(HasTrigramsSql, connection);
            _hasTrigrams = (bool)(await command.ExecuteScalarAsync(cancellation))!;
        }

        return _hasTrigrams.Value;
    }
}
