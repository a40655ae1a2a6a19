using Npgsql;

namespace iStom.Chat.Server.Storage;

/// <summary>The default writer: our own session over Npgsql on Marten's tables.</summary>
public sealed class PostgresStore(NpgsqlDataSource database, DocumentMappings mappings, IEnumerable<ICommitListener> listeners) : IStore
{
    private readonly CommitListeners _listeners = new(listeners);
    private readonly GroupCommit _commits = new(database);
    private readonly SnapshotMemory _memory = new();

    public IStoreSession OpenSession() => new PostgresSession(database, mappings, _commits, _memory, _listeners.Announce);
}
