using Npgsql;

namespace iStom.Chat.Server.Storage;

/// <summary>The default writer: our own session over Npgsql on Marten's tables.</summary>
/// <param name="database">Is read from.</param>
/// <param name="writer">Is written to; the same database.</param>
/// <param name="mappings">How documents are stored.</param>
/// <param name="listeners">Are told of every commit.</param>
public sealed class PostgresStore(
    NpgsqlDataSource database,
    [FromKeyedServices(PostgresStore.Writer)] NpgsqlDataSource writer,
    DocumentMappings mappings,
    IEnumerable<ICommitListener> listeners) : IStore, IDisposable
{
    /// <summary>The key of the connections that commits are written on.</summary>
    public const string Writer = "commits";

    private readonly CommitListeners _listeners = new(listeners);
    private readonly GroupCommit _commits = new(writer);
    private readonly SnapshotMemory _memory = new();

    public IStoreSession OpenSession() => new PostgresSession(database, mappings, _commits, _memory, _listeners.Announce);

    public void Dispose() => _commits.Dispose();
}
