using iStom.Chat.Domain.Manual;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Manual;

/// <summary>Lists of articles and of their versions.</summary>
public sealed class ArticleReader(NpgsqlDataSource database)
{
    private const string PageSql =
        """
        select a.data, a.mt_version from mt_doc_article a
        where ($1 is null or a.words like $1) and ($2 is null or a.data ->> 'State' = $2) and ($3 is null or a.data ->> 'Language' = $3)
          and ($4 is null or (a.title collate "C", a.id) > (select n.title collate "C", n.id from mt_doc_article n where n.id = $4))
        order by a.title collate "C", a.id limit $5
        """;

    private const string VersionsSql =
        """
        select e.version, e.type, e.data, p.data ->> 'Name'
        from mt_events e left join mt_doc_agent p on p.id = (e.data #>> '{Made,By,Id}')::uuid
        where e.stream_id = $1 and ($2 is null or e.version < $2) order by e.version desc limit $3
        """;

    private const string ServedSql =
        """
        with helped as (
          select article, count(*) as n from mt_doc_selfhelp where at >= coalesce($1, '-infinity') and at < coalesce($2, 'infinity') group by article),
        shown as (
          select (s ->> 'Article')::uuid as article, count(*) as n, count(*) filter (where (s ->> 'Read')::boolean) as read
          from mt_doc_ticket t cross join lateral jsonb_array_elements(t.data -> 'Articles') s
          where t.shown_at >= coalesce($1, '-infinity') and t.shown_at < coalesce($2, 'infinity') group by 1)
        select a.id, a.data ->> 'Title', coalesce(helped.n, 0), coalesce(shown.n, 0), coalesce(shown.read, 0)
        from mt_doc_article a left join helped on helped.article = a.id left join shown on shown.article = a.id
        where helped.n > 0 or shown.n > 0 order by 3 desc, 4 desc, 2, a.id limit $3
        """;

    /// <summary>By title, letter for letter, after an article; of all, or of those whose title or tags have what is sought.</summary>
    public Task<IReadOnlyList<Versioned<Article>>> ReadAsync(ArticleFilter filter, Guid? after, int limit, CancellationToken cancellation) => database.ReadDocumentsAsync<Article>(
        PageSql,
        [
            Sql.OrNull(string.IsNullOrWhiteSpace(filter.Search) ? null : SearchWords.Around(SearchWords.Normal(filter.Search)), NpgsqlDbType.Varchar),
            Sql.OrNull(filter.State?.ToString(), NpgsqlDbType.Varchar), Sql.OrNull(filter.Language?.ToString(), NpgsqlDbType.Varchar),
            Sql.OrNull(after, NpgsqlDbType.Uuid), Sql.Of(limit),
        ],
        cancellation);

    /// <summary>How many visitors an article has helped.</summary>
    public async Task<long> HelpedAsync(Guid article, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select count(*) from mt_doc_selfhelp where article = $1");
        command.Parameters.Add(Sql.Of(article));
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The articles that helped or were shown in a period, the most helpful first.</summary>
    public async Task<ArticleServed[]> ServedAsync(Instant? since, Instant? until, int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ServedSql);
        command.Parameters.AddRange(new[] { Sql.OrNull(since?.ToDateTimeUtc(), NpgsqlDbType.TimestampTz), Sql.OrNull(until?.ToDateTimeUtc(), NpgsqlDbType.TimestampTz), Sql.Of(limit) });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var served = new List<ArticleServed>();
        while (await reader.ReadAsync(cancellation))
        {
            served.Add(new(new(reader.GetGuid(0)), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)));
        }

        return [.. served];
    }

    /// <summary>What an article was, newest first, before a version.</summary>
    public async Task<IReadOnlyList<ArticleVersion>> VersionsAsync(Guid article, long? before, int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(VersionsSql);
        command.Parameters.AddRange(new[] { Sql.Of(article), Sql.OrNull(before, NpgsqlDbType.Bigint), Sql.Of(limit) });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var versions = new List<ArticleVersion>();
        while (await reader.ReadAsync(cancellation))
        {
            var change = (ArticleChanged)EventTypes.Read(reader.GetString(1), reader.GetString(2));
            var view = ArticleView.Of(new(change.After!, reader.GetInt64(0)));
            versions.Add(new(view.Version, change.Made.At, reader.IsDBNull(3) ? null : reader.GetString(3), view));
        }

        return versions;
    }
}

/// <summary>Which articles. search: a part of a title or tag. Null: any.</summary>
public sealed record ArticleFilter(string? Search, ArticleState? State, Language? Language);
