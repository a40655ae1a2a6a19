using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Storage.Outbox;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Storage;

internal sealed class PostgresSession(NpgsqlDataSource database, DocumentMappings mappings, Action<Committed> announce) : IStoreSession
{
    private const string EnqueueSql = "insert into istom_outbox (id, kind, subject, data, due) values ($1, $2, $3, $4, $5)";

    private const string MaskSql =
        """
        update mt_events set data = jsonb_set(data, $3, to_jsonb($4::text))
        where stream_id = any($1) and type = $2 and data #>> $3 <> $4
        """;

    private readonly List<NpgsqlBatchCommand> _writes = [];
    private readonly List<PendingAppend> _appends = [];
    private int _enqueued;

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
        var append = new PendingAppend(stream, kind, expected, events);
        append.AddTo(_writes);
        _appends.Add(append);
    }

    public void Store<T>(T document, long expected, long next)
        where T : class
    {
        var mapping = mappings.Of<T>();
        _writes.Add(Sql.Command(expected == StreamVersion.None ? mapping.InsertSql : mapping.UpdateSql,
        [
            Sql.Of(mapping.Id(document)),
            Sql.Json(document),
            Sql.Of(next),
            expected == StreamVersion.None ? Sql.Of(typeof(T).FullName!) : Sql.Of(expected),
            .. mapping.Fields.Select(field => Sql.OrNull(field.Value(document), field.Type)),
        ]));
    }

    public void Delete<T>(Guid id, long expected)
        where T : class =>
        _writes.Add(expected == StreamVersion.Any
            ? Sql.Command(mappings.Of<T>().DeleteAnySql, Sql.Of(id))
            : Sql.Command(mappings.Of<T>().DeleteSql, Sql.Of(id), Sql.Of(expected)));

    public void Enqueue(OutboxMessage message)
    {
        _writes.Add(Sql.Command(
            EnqueueSql, Sql.Of(message.Id), Sql.Of(message.Kind), Sql.OrNull(message.Subject, NpgsqlDbType.Uuid), Sql.Json(message.Data), Sql.Utc(message.Due)));
        _enqueued++;
    }

    public void Erase(IReadOnlyList<Guid> subjects)
    {
        Guid[] ids = [.. subjects];
        foreach (var (type, path) in EventTypes.All().SelectMany(type => PersonalData.PathsIn(type).Select(path => (type, path))))
        {
            _writes.Add(Sql.Command(
                MaskSql, Sql.Of(ids), Sql.Of(EventTypes.NameOf(type)), Sql.Of(path.Names), Sql.Of(PersonalDataAttribute.Erased)));
        }

        _writes.Add(Sql.Command("delete from istom_outbox where subject = any($1)", Sql.Of(ids)));
    }

    public async Task<Committed> CommitAsync(CancellationToken cancellation)
    {
        if (_writes.Count == 0)
        {
            return new([]);
        }

        try
        {
            await ExecuteAsync(cancellation);
        }
        catch (PostgresException e) when (IsConflict(e))
        {
            throw new ConcurrencyConflictException("Somebody was faster; nothing was written.", e);
        }

        var committed = new Committed([.. _appends.SelectMany(append => append.Stored())], _enqueued);
        announce(committed);
        return committed;
    }

    /// <summary>One batch without barriers is one implicit transaction: any error undoes all of it.</summary>
    private async Task ExecuteAsync(CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        foreach (var write in _writes)
        {
            batch.BatchCommands.Add(write);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        do
        {
            while (await reader.ReadAsync(cancellation))
            {
                PendingAppend.ReadVersion(_appends, reader);
            }
        }
        while (await reader.NextResultAsync(cancellation));
    }

    /// <summary>Errors by which the database says that somebody was faster.</summary>
    internal static bool IsConflict(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DivisionByZero
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
}
