using iStom.Chat.Domain;
using iStom.Chat.Domain.Privacy;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Privacy;

/// <summary>What has been kept for longer than it is to be: counts it, and drops it a batch at a time.</summary>
public sealed class Outdated(NpgsqlDataSource database)
{
    /// <summary>Counting ends here: how many thousands it is does not matter to whoever looks.</summary>
    public const int MostCounted = 10_000;

    /// <summary>
    /// People who are not erased yet, who wrote once and whose whole thread has been silent, with no ticket that is not over; a verified user together with
    /// the browsers that write as them, which go with the user. Of each stream its last event is looked at alone: what an erasure looks at again is all of them.
    /// </summary>
    public const string PeopleSql =
        $"""
        select v.id from mt_doc_visitor v
        where v.verified_as is null and v.key_hash <> '{PersonalDataAttribute.Erased} ' || v.id::text
          and exists (select from mt_streams s where s.id = (v.data ->> 'Conversation')::uuid)
          and not exists (
            select from mt_doc_visitor w where (w.id = v.id or w.verified_as = v.id)
              and (select e.timestamp from mt_events e where e.stream_id = (w.data ->> 'Conversation')::uuid order by e.version desc limit 1) > $1)
          and not exists (
            select from mt_doc_visitor w join mt_doc_ticket t on t.visitor = w.id
            where (w.id = v.id or w.verified_as = v.id)
              and (t.status not in ('Resolved', 'Closed') or (select e.timestamp from mt_events e where e.stream_id = t.id order by e.version desc limit 1) > $1))
        order by v.id limit $2
        """;

    private static readonly string[] Technical =
    [
        "select id from mt_doc_agentsession where started_at < $1", "select id from mt_doc_alarm where ended_at < $1", "select id from istom_outbox where parked < $1",
        "select id from mt_doc_usedtoken where expires_at < $1", "select id from mt_doc_passkeychallenge where expires_at < $1",
    ];

    private const string AuditSql = "select id from mt_doc_auditentry where at < $1";

    /// <summary>Whose conversations are to be erased, at most so many.</summary>
    public async Task<IReadOnlyList<VisitorId>> PeopleAsync(RetentionSettings settings, Instant now, int limit, CancellationToken cancellation)
    {
        if (settings.ConversationDays is not { } days)
        {
            return [];
        }

        await using var command = database.CreateCommand(PeopleSql);
        command.Parameters.Add(Sql.Utc(now - Duration.FromDays(days)));
        command.Parameters.Add(Sql.Of(limit));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var people = new List<VisitorId>();
        while (await reader.ReadAsync(cancellation))
        {
            people.Add(new(reader.GetGuid(0)));
        }

        return people;
    }

    /// <summary>How much would go, each counted up to <see cref="MostCounted"/>.</summary>
    public async Task<RetentionPreview> CountAsync(RetentionSettings settings, Instant now, CancellationToken cancellation) => new(
        (await PeopleAsync(settings, now, MostCounted, cancellation)).Count,
        await EachAsync(settings.AuditDays, now, [AuditSql], Count, MostCounted, cancellation),
        await EachAsync(settings.TechnicalDays, now, Technical, Count, MostCounted, cancellation));

    /// <summary>Drops lines of the audit, at most so many. Says how many.</summary>
    public Task<int> DropAuditAsync(RetentionSettings settings, Instant now, int limit, CancellationToken cancellation) =>
        EachAsync(settings.AuditDays, now, [AuditSql], Delete, limit, cancellation);

    /// <summary>Drops what is only technical, at most so many of each kind. Says how many.</summary>
    public Task<int> DropTechnicalAsync(RetentionSettings settings, Instant now, int limit, CancellationToken cancellation) =>
        EachAsync(settings.TechnicalDays, now, Technical, Delete, limit, cancellation);

    private static string Count(string which) => $"select count(*)::int from ({which} limit $2) counted";

    /// <summary>Of a fixed list of statements: a table's name is its third word after the first.</summary>
    private static string Delete(string which) =>
        $"with gone as (delete from {which.Split(' ')[3]} where id in ({which} limit $2) returning 1) select count(*)::int from gone";

    private async Task<int> EachAsync(int? days, Instant now, string[] which, Func<string, string> statement, int limit, CancellationToken cancellation)
    {
        var sum = 0;
        foreach (var sql in days is null ? [] : which)
        {
            await using var command = database.CreateCommand(statement(sql));
            command.Parameters.Add(Sql.Utc(now - Duration.FromDays(days!.Value)));
            command.Parameters.Add(Sql.Of(limit));
            sum += (int)(await command.ExecuteScalarAsync(cancellation))!;
        }

        return sum;
    }
}
