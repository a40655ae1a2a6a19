using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Tickets;

/// <summary>Ratings as they stand on tickets: one of a resolution, the latest; what was opened again since has none.</summary>
public sealed class RatingReader(NpgsqlDataSource database)
{
    private const string Period = "t.rated_at is not null and t.rated_at >= coalesce($1, '-infinity') and t.rated_at < coalesce($2, 'infinity')";

    /// <summary>The name is the account's, as it is now; the ticket's own is what they were called then.</summary>
    private const string PageSql =
        $"""
        select t.id, t.number, t.kind, t.rated_at, (t.data ->> 'Stars')::int, t.data ->> 'RatingComment', (t.data ->> 'Helped')::boolean, t.assignee, p.data ->> 'Name'
        from mt_doc_ticket t left join mt_doc_agent p on p.id = t.assignee
        where {Period} and ($3 is null or t.assignee = $3) and ($4 is null or (t.data ->> 'Stars')::int = $4)
          and ($5 is null or (t.rated_at, t.id) < (select n.rated_at, n.id from mt_doc_ticket n where n.id = $5))
        order by t.rated_at desc, t.id desc limit $6
        """;

    private const string SummarySql =
        $"""
        select t.assignee, p.data ->> 'Name', count(*), round(avg((t.data ->> 'Stars')::int), 2),
          count(*) filter (where (t.data ->> 'Helped')::boolean), count(*) filter (where not (t.data ->> 'Helped')::boolean)
        from mt_doc_ticket t left join mt_doc_agent p on p.id = t.assignee
        where {Period} group by t.assignee, p.data ->> 'Name' order by 3 desc, 2, 1
        """;

    public Task<IReadOnlyList<RatingLine>> ReadAsync(RatingFilter filter, Guid? before, int limit, CancellationToken cancellation) => ReadAsync(
        PageSql,
        [
            .. Between(filter.Since, filter.Until), Sql.OrNull(filter.Agent, NpgsqlDbType.Uuid), Sql.OrNull(filter.Stars, NpgsqlDbType.Integer),
            Sql.OrNull(before, NpgsqlDbType.Uuid), Sql.Of(limit),
        ],
        LineOf,
        cancellation);

    public async Task<AgentRatings[]> SummariseAsync(Instant? since, Instant? until, CancellationToken cancellation) => [.. await ReadAsync(
        SummarySql,
        [.. Between(since, until)],
        row => new AgentRatings(Nullable<Guid>(row, 0), Text(row, 1), row.GetInt64(2), row.GetDecimal(3), row.GetInt64(4), row.GetInt64(5)),
        cancellation)];

    private static IEnumerable<NpgsqlParameter> Between(Instant? since, Instant? until) =>
        [Sql.OrNull(since?.ToDateTimeUtc(), NpgsqlDbType.TimestampTz), Sql.OrNull(until?.ToDateTimeUtc(), NpgsqlDbType.TimestampTz)];

    private static RatingLine LineOf(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetString(1),
        Enum.Parse<RequestKind>(row.GetString(2)),
        Sql.InstantOf(row.GetDateTime(3)),
        row.GetInt32(4),
        Text(row, 5),
        Nullable<bool>(row, 6),
        Nullable<Guid>(row, 7),
        Text(row, 8));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static T? Nullable<T>(NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
