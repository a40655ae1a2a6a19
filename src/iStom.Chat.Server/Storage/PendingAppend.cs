using Npgsql;

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
        insert into mt_streams (id, type, version, tenant_id, is_archived)
        select s.id, s.type, s.version, '*DEFAULT*', false from unnest($1::uuid[], $2::varchar[], $3::bigint[]) as s(id, type, version)
        """;

    /// <summary>As with documents, dividing by whether all were updated is what refuses a version that is not the stream's.</summary>
    private const string AdvanceSql =
        """
        with advanced as (
          update mt_streams set version = s.version, timestamp = now()
          from unnest($1::uuid[], $2::varchar[], $3::bigint[], $4::bigint[]) as s(id, type, version, expected)
          where mt_streams.id = s.id and mt_streams.type = s.type and mt_streams.version = s.expected returning 1)
        select 1 / (count(*) = cardinality($1))::int from advanced
        """;

    private const string EventsSql =
        """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
        select nextval('mt_events_sequence'), e.id, e.stream, e.version, e.data, e.type, e.at, '*DEFAULT*', e.dotnet, false
        from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::jsonb[], $5::varchar[], $6::varchar[], $7::timestamptz[])
          with ordinality as e(stream, version, id, data, type, dotnet, at, nth) order by e.nth
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

    public Guid Stream => stream;

    /// <summary>What writes all of them, each to another stream.</summary>
    public static IEnumerable<NpgsqlBatchCommand> CommandsOf(IReadOnlyList<PendingAppend> appends)
    {
        List<PendingAppend> known = [.. appends.Where(append => append._last is not null)];
        var (begun, advanced) = (known.FindAll(append => append.IsFirst), known.FindAll(append => !append.IsFirst));
        if (begun.Count > 0)
        {
            yield return Sql.Command(BeginSql, [.. Streams(begun)]);
        }

        if (advanced.Count > 0)
        {
            yield return Sql.Command(AdvanceSql, [.. Streams(advanced), Sql.Of(advanced.Select(append => append.Expected).ToArray())]);
        }

        if (known.Count > 0)
        {
            var (streams, versions) = (known.SelectMany(append => append.Stored().Select(e => e.Stream)), known.SelectMany(append => append.Stored().Select(e => e.Version)));
            yield return Sql.Command(EventsSql, [Sql.Of(streams.ToArray()), Sql.Of(versions.ToArray()), .. Arrays([.. known.SelectMany(append => append.Events)])]);
        }

        foreach (var any in appends.Where(append => append._last is null))
        {
            yield return Sql.Command(AnySql, [Sql.Of(any.Stream), Sql.Of((long)any.Events.Count), .. Arrays(any.Events), Sql.Of(any.Kind)]);
        }
    }

    /// <summary>Takes the versions that an append at any version was given out of a result row.</summary>
    public static void ReadVersion(List<PendingAppend> appends, NpgsqlDataReader reader)
    {
        if (reader.FieldCount == 2 && appends.Find(append => append.Stream == reader.GetGuid(0)) is { } found)
        {
            found._last = Math.Max(found._last ?? 0, reader.GetInt64(1));
        }
    }

    public IEnumerable<StoredEvent> Stored() => events.Select((e, i) =>
        new StoredEvent(e.Id, stream, _last!.Value - events.Count + i + 1, e.At, e.Data));

    private string Kind => kind;

    private long Expected => expected;

    private bool IsFirst => expected == StreamVersion.None;

    private IReadOnlyList<NewEvent> Events => events;

    private static IEnumerable<NpgsqlParameter> Streams(List<PendingAppend> appends) =>
    [
        Sql.Of(appends.Select(append => append.Stream).ToArray()),
        Sql.Of(appends.Select(append => append.Kind).ToArray()),
        Sql.Of(appends.Select(append => append._last!.Value).ToArray()),
    ];

    private static IEnumerable<NpgsqlParameter> Arrays(IReadOnlyList<NewEvent> events) =>
    [
        Sql.Of(events.Select(e => e.Id).ToArray()),
        Sql.Jsons(events.Select(e => e.Data)),
        Sql.Of(events.Select(e => EventTypes.NameOf(e.Data.GetType())).ToArray()),
        Sql.Of(events.Select(e => EventTypes.DotNetNameOf(e.Data.GetType())).ToArray()),
        Sql.Utc(events.Select(e => e.At)),
    ];
}
