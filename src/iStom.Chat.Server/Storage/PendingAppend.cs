using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Storage;

/// <summary>
/// One append that waits for its commit. At an expected version, the unique index on stream and version refuses
/// whoever comes second, and the stream's own version whoever is ahead of it; at any version, the row lock on the stream gives the next numbers.
/// Events have the instants that their writer gave them; a stream's own instants are the database's, as Marten's are.
/// </summary>
internal sealed class PendingAppend(Guid stream, string kind, long expected, IReadOnlyList<NewEvent> events)
{
    private const string BeginSql =
        """
        insert into mt_streams (id, type, version, tenant_id, is_archived) values ($1, $2, $3, '*DEFAULT*', false)
        """;

    /// <summary>As with documents, dividing by the count of updated rows is what refuses a version that is not the stream's.</summary>
    private const string AdvanceSql =
        """
        with advanced as (
          update mt_streams set version = $3, timestamp = now() where id = $1 and type = $2 and version = $4 returning 1)
        select 1 / count(*) from advanced
        """;

    private const string EventsSql =
        """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
        select nextval('mt_events_sequence'), e.id, $1, $2 + e.nth, e.data, e.type, e.at, '*DEFAULT*', e.dotnet, false
        from unnest($3::uuid[], $4::jsonb[], $5::varchar[], $6::varchar[], $7::timestamptz[])
          with ordinality as e(id, data, type, dotnet, at, nth)
        """;

    private const string AnySql =
        """
        with stream as (
          insert into mt_streams (id, type, version, tenant_id, is_archived) values ($1, $8, $2, '*DEFAULT*', false)
          on conflict (id) do update set version = mt_streams.version + $2, timestamp = now()
          returning version)
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
        select nextval('mt_events_sequence'), e.id, $1, stream.version - $2 + e.nth, e.data, e.type, e.at, '*DEFAULT*', e.dotnet, false
        from stream, unnest($3::uuid[], $4::jsonb[], $5::varchar[], $6::varchar[], $7::timestamptz[])
          with ordinality as e(id, data, type, dotnet, at, nth)
        returning stream_id, version
        """;

    private long? _last = expected == StreamVersion.Any ? null : expected + events.Count;

    /// <summary>Takes the versions that an append at any version was given out of a result row.</summary>
    public static void ReadVersion(List<PendingAppend> appends, NpgsqlDataReader reader)
    {
        if (reader.FieldCount == 2 && appends.Find(append => append.Stream == reader.GetGuid(0)) is { } found)
        {
            found._last = Math.Max(found._last ?? 0, reader.GetInt64(1));
        }
    }

    private Guid Stream => stream;

    public void AddTo(List<NpgsqlBatchCommand> writes)
    {
        if (expected == StreamVersion.Any)
        {
            writes.Add(Sql.Command(AnySql, [Sql.Of(stream), Number(events.Count), .. Arrays(), Sql.Of(kind)]));
            return;
        }

        var next = Number(expected + events.Count);
        writes.Add(expected == StreamVersion.None
            ? Sql.Command(BeginSql, Sql.Of(stream), Sql.Of(kind), next)
            : Sql.Command(AdvanceSql, Sql.Of(stream), Sql.Of(kind), next, Number(expected)));
        writes.Add(Sql.Command(EventsSql, [Sql.Of(stream), Number(expected), .. Arrays()]));
    }

    public IEnumerable<StoredEvent> Stored() => events.Select((e, i) =>
        new StoredEvent(e.Id, stream, _last!.Value - events.Count + i + 1, e.At, e.Data));

    private IEnumerable<NpgsqlParameter> Arrays()
    {
        yield return new NpgsqlParameter<Guid[]> { TypedValue = [.. events.Select(e => e.Id)] };
        yield return new NpgsqlParameter<string[]>
        {
            TypedValue = [.. events.Select(e => JsonSerializer.Serialize(e.Data, e.Data.GetType(), StoreJson.Options))],
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        };
        yield return new NpgsqlParameter<string[]> { TypedValue = [.. events.Select(e => EventTypes.NameOf(e.Data.GetType()))] };
        yield return new NpgsqlParameter<string[]> { TypedValue = [.. events.Select(e => EventTypes.DotNetNameOf(e.Data.GetType()))] };
        yield return new NpgsqlParameter<DateTime[]>
        {
            TypedValue = [.. events.Select(e => e.At.ToDateTimeUtc())], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz,
        };
    }

    private static NpgsqlParameter Number(long value) => Sql.Of(value);
}
