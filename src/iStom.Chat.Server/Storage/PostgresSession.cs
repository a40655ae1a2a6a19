using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.Server.Storage.Search;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Storage;

internal sealed class PostgresSession(
    NpgsqlDataSource database, DocumentMappings mappings, GroupCommit commits, SnapshotMemory memory, Action<Committed> announce) : IStoreSession
{
    private const string EnqueueSql = "insert into istom_outbox (id, kind, subject, data, due) values ($1, $2, $3, $4, $5)";

    private const string MaskSql =
        """
        update mt_events set data = jsonb_set(data, $3, to_jsonb($4::text))
        where stream_id = any($1) and type = $2 and data #>> $3 <> $4
        """;

    private const string EmptySql =
        """
        update mt_events set data = jsonb_set(data, $3, '[]')
        where stream_id = any($1) and type = $2 and data #> $3 <> '[]' and jsonb_typeof(data #> $3) = 'array'
        """;

    private readonly PendingCommit _pending = new(announce);
    private readonly Dictionary<Guid, Snapshot> _snapshots = [];

    public async Task<Versioned<T>?> LoadAsync<T>(Guid id, CancellationToken cancellation)
        where T : class
    {
        await using var command = database.CreateCommand(mappings.Of<T>().SelectSql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(JsonSerializer.Deserialize<T>(reader.GetString(0), StoreJson.Options)!, reader.GetInt64(1))
            : null;
    }

    public async Task<Versioned<T>?> RecallAsync<T>(Guid id, CancellationToken cancellation)
        where T : class
    {
        if ((memory.Find<T>(id) ?? await LoadAsync<T>(id, cancellation)) is not { } snapshot)
        {
            return null;
        }

        _snapshots[id] = new(snapshot.Value, snapshot.Version, new(mappings.Of<T>().CheckSql, id, snapshot.Version, snapshot.Version));
        return snapshot;
    }

    public async Task<StoredEvent?> FindEventAsync(Guid eventId, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"{EventRow.Select} where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = eventId });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? EventRow.Read(reader) : null;
    }

    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(Guid stream, long after, int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"{EventRow.Select} where stream_id = $1 and version > $2 order by version limit $3");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = stream });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        var events = new List<StoredEvent>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            events.Add(EventRow.Read(reader));
        }

        return events;
    }

    public void Append(Guid stream, string kind, long expected, IReadOnlyList<NewEvent> events)
    {
        ArgumentOutOfRangeException.ThrowIfZero(events.Count, nameof(events));
        _pending.Append(new(stream, kind, expected, events));
    }

    public void Store<T>(T document, long expected, long next)
        where T : class
    {
        var (mapping, id) = (mappings.Of<T>(), mappings.Of<T>().Id(document));
        if (_pending.AppendsTo(id) && _snapshots.TryGetValue(id, out var known) && ReferenceEquals(known.Value, document))
        {
            _snapshots[id] = new(document, next, new(mapping.AdvanceSql, id, expected, next));
            return;
        }

        _pending.Write(() => Sql.Command(expected == StreamVersion.None ? mapping.InsertSql : mapping.UpdateSql,
        [
            Sql.Of(id),
            Sql.Json(document),
            Sql.Of(next),
            expected == StreamVersion.None ? Sql.Of(typeof(T).FullName!) : Sql.Of(expected),
            .. mapping.Fields.Select(field => Sql.OrNull(field.Value(document), field.Type)),
        ]), id);
        if (_pending.AppendsTo(id))
        {
            _snapshots[id] = new(document, next, Step: null);
        }
    }

    public void Delete<T>(Guid id, long expected)
        where T : class =>
        _pending.Write(
            () => expected == StreamVersion.Any
                ? Sql.Command(mappings.Of<T>().DeleteAnySql, Sql.Of(id))
                : Sql.Command(mappings.Of<T>().DeleteSql, Sql.Of(id), Sql.Of(expected)),
            id);

    public void Enqueue(OutboxMessage message)
    {
        _pending.Write(() => Sql.Command(
            EnqueueSql, Sql.Of(message.Id), Sql.Of(message.Kind), Sql.OrNull(message.Subject, NpgsqlDbType.Uuid), Sql.Json(message.Data), Sql.Utc(message.Due)));
        _pending.Enqueued++;
    }

    public void Erase(IReadOnlyList<Guid> subjects)
    {
        Guid[] ids = [.. subjects];
        foreach (var (type, path) in EventTypes.All().SelectMany(type => PersonalData.PathsIn(type).Select(path => (type, path))))
        {
            _pending.Write(() => path.IsList
                ? Sql.Command(EmptySql, Sql.Of(ids), Sql.Of(EventTypes.NameOf(type)), Sql.Of(path.Names))
                : Sql.Command(MaskSql, Sql.Of(ids), Sql.Of(EventTypes.NameOf(type)), Sql.Of(path.Names), Sql.Of(PersonalDataAttribute.Erased)));
        }

        _pending.Write(() => Sql.Command(SearchSql.ForgetAll("$1"), Sql.Of(ids)));
        _pending.Write(() => Sql.Command("delete from istom_outbox where subject = any($1)", Sql.Of(ids)), ids);
    }

    public async Task<Committed> CommitAsync(CancellationToken cancellation)
    {
        if (_pending.IsEmpty)
        {
            return new([]);
        }

        cancellation.ThrowIfCancellationRequested();
        foreach (var snapshot in _snapshots.Values)
        {
            _pending.Decide(snapshot.Value, snapshot.Step);
        }

        return await WriteAsync();
    }

    private async Task<Committed> WriteAsync()
    {
        try
        {
            var committed = await commits.WriteAsync(_pending);
            memory.Keep(_snapshots.Select(snapshot => (snapshot.Key, snapshot.Value.Value, snapshot.Value.Version)));
            return committed;
        }
        catch (Exception e)
        {
            memory.Forget(_snapshots.Keys);
            if (e is PostgresException refused && IsConflict(refused))
            {
                throw new ConcurrencyConflictException("Somebody was faster; nothing was written.", e);
            }

            throw;
        }
    }

    /// <summary>Errors by which the database says that somebody was faster.</summary>
    internal static bool IsConflict(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DivisionByZero
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    /// <summary>A snapshot as it is with the commit.</summary>
    /// <param name="Value">The snapshot.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="Step">Leads there from what was recalled; null for what is written anyway.</param>
    private sealed record Snapshot(object Value, long Version, SnapshotStep? Step);
}
