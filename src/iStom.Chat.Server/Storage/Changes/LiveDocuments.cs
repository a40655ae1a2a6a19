using System.Collections.Immutable;
using System.Text.Json;
using iStom.Chat.Domain;
using Npgsql;

namespace iStom.Chat.Server.Storage.Changes;

/// <summary>
/// All documents of one kind in memory, for what is asked at every message. A change made on this node is seen with its commit,
/// another node's within seconds.
/// </summary>
public sealed partial class LiveDocuments<T>(NpgsqlDataSource database, TimeProvider time, ILogger<LiveDocuments<T>> logger)
    : PeriodicWork(Interval, time), ICommitListener
    where T : class, IKept
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private static readonly string ReadSql = $"select id, mt_version, data from {DocumentMapping<T>.Table}";
    private static readonly string MarkSql = $"select count(*)::text || ' ' || coalesce(sum(mt_version), 0) || ' ' || coalesce(max(mt_last_modified)::text, '') from {DocumentMapping<T>.Table}";

    private readonly SemaphoreSlim _reading = new(1);
    private readonly Lock _keeping = new();
    private ImmutableDictionary<Guid, Versioned<T>> _documents = ImmutableDictionary<Guid, Versioned<T>>.Empty;
    private string? _mark;
    private int _kept;

    /// <summary>Told after each change, in no order.</summary>
    public event EventHandler? Changed;

    public IEnumerable<T> All => _documents.Values.Select(document => document.Value);

    public Versioned<T>? Find(Guid id) => _documents.GetValueOrDefault(id);

    /// <summary>Reads all before anything is served.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await WorkAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void OnCommitted(Committed committed)
    {
        foreach (var stored in committed.Events)
        {
            if (stored.Data is IChangeOf<T> change)
            {
                Keep(stored.Stream, change.After, stored.Version);
            }
        }
    }

    /// <summary>Reads what was committed before this call, on whatever node, and not told here yet.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            while (!await TryReadAsync(cancellation))
            {
                // A commit of this node came in between; what was read may be older.
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _reading.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what another node has changed.</summary>
    protected override Task WorkAsync(CancellationToken cancellation) => CatchUpAsync(cancellation);

    protected override void Tell(Exception exception) => ReadingFailed(logger, typeof(T).Name, exception);

    private async Task<bool> TryReadAsync(CancellationToken cancellation)
    {
        var (kept, mark) = (Volatile.Read(ref _kept), await MarkAsync(cancellation));
        if (string.Equals(mark, _mark, StringComparison.Ordinal))
        {
            return true;
        }

        var read = await ReadAsync(cancellation);
        lock (_keeping)
        {
            if (_kept != kept)
            {
                return false;
            }

            (_documents, _mark) = (read, mark);
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    private async Task<ImmutableDictionary<Guid, Versioned<T>>> ReadAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ReadSql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var read = ImmutableDictionary.CreateBuilder<Guid, Versioned<T>>();
        while (await reader.ReadAsync(cancellation))
        {
            read.Add(reader.GetGuid(0), new(JsonSerializer.Deserialize<T>(reader.GetString(2), StoreJson.Options)!, reader.GetInt64(1)));
        }

        return read.ToImmutable();
    }

    private async Task<string> MarkAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(MarkSql);
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private void Keep(Guid id, T? after, long version)
    {
        lock (_keeping)
        {
            _kept++;
            _documents = after is null ? _documents.Remove(id) : _documents.SetItem(id, new(after, version));
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    [LoggerMessage(122, LogLevel.Error, "Documents of type {Kind} could not be read anew")]
    private static partial void ReadingFailed(ILogger logger, string kind, Exception exception);
}
