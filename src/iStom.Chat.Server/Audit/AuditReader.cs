using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Audit;

/// <summary>The list of changes in SQL, with what changed from their events.</summary>
public sealed class AuditReader(NpgsqlDataSource database)
{
    private const string ReadSql =
        """
        select e.id, e.type, e.data, p.data ->> 'Name'
        from mt_doc_auditentry a join mt_events e on e.id = a.id left join mt_doc_agent p on p.id = a.by_id
        where ($1 is null or a.id < $1) and ($2 is null or a.kind = $2) and ($3 is null or a.by_id = $3)
          and ($4 is null or a.at >= $4) and ($5 is null or a.at < $5)
        order by a.id desc limit $6
        """;

    /// <summary>Documents are shown as everything else on the wire.</summary>
    private static readonly JsonSerializerOptions Wire = WireJson();

    public async Task<IReadOnlyList<AuditLine>> ReadAsync(AuditFilter filter, Guid? before, int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ReadSql);
        NpgsqlParameter[] parameters =
        [
            Sql.OrNull(before, NpgsqlDbType.Uuid), Sql.OrNull(filter.Kind is { } kind ? Projections.KindNamed(kind) : null, NpgsqlDbType.Varchar), Sql.OrNull(filter.By, NpgsqlDbType.Uuid),
            Sql.OrNull(filter.Since?.ToDateTimeUtc(), NpgsqlDbType.TimestampTz), Sql.OrNull(filter.Until?.ToDateTimeUtc(), NpgsqlDbType.TimestampTz), Sql.Of(limit),
        ];
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var lines = new List<AuditLine>();
        while (await reader.ReadAsync(cancellation))
        {
            var change = (IChange)EventTypes.Read(reader.GetString(1), reader.GetString(2));
            lines.Add(LineOf(reader.GetGuid(0), change, reader.IsDBNull(3) ? null : reader.GetString(3)));
        }

        return lines;
    }

    private static AuditLine LineOf(Guid id, IChange change, string? name)
    {
        var (kept, made) = (change.Kept, change.Made);
        return new(id, made.At, kept.GetType().Name, kept.Key, kept.Title, new(made.By.Kind, made.By.Id, name), made.From, Json(change.Before), Json(change.After));
    }

    private static JsonElement? Json(IKept? kept) => kept is null ? null : JsonSerializer.SerializeToElement(kept, kept.GetType(), Wire);

    private static JsonSerializerOptions WireJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        StoreJson.AddConverters(options);
        return options;
    }
}
