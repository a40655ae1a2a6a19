using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace iStom.Chat.Server.Storage;

internal sealed class PostgresSession(NpgsqlDataSource database, DocumentMappings mappings, Action<Committed> announce) : IStoreSession
{
    private readonly List<NpgsqlBatchCommand> _writes = [];
    private readonly List<PendingAppend> _appends = [];

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
        var append = new PendingAppend(stream, kind, expected, events);
        append.AddTo(_writes);
        _appends.Add(append);
    }

    public void Store<T>(T document, long expected, long next)
        where T : class
    {
        var mapping = mappings.Of<T>();
        var command = new NpgsqlBatchCommand(expected == StreamVersion.None ? mapping.InsertSql : mapping.UpdateSql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = mapping.Id(document) });
        command.Parameters.Add(new NpgsqlParameter<string>
        {
            TypedValue = JsonSerializer.Serialize(document, StoreJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb,
        });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = next });
        command.Parameters.Add(expected == StreamVersion.None
            ? new NpgsqlParameter<string> { TypedValue = typeof(T).FullName! }
            : new NpgsqlParameter<long> { TypedValue = expected });
        foreach (var field in mapping.Fields)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = field.Type, Value = field.Value(document) ?? DBNull.Value });
        }

        _writes.Add(command);
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

        var committed = new Committed([.. _appends.SelectMany(append => append.Stored())]);
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

    private static bool IsConflict(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DivisionByZero
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
}
