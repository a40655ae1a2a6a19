using Npgsql;

namespace iStom.Chat.Server.Storage;

/// <summary>The default writer: our own session over Npgsql on Marten's tables.</summary>
public sealed class PostgresStore(NpgsqlDataSource database, DocumentMappings mappings, IEnumerable<ICommitListener> listeners) : IStore
{
    private readonly ICommitListener[] _listeners = [.. listeners];

    public IStoreSession OpenSession() => new PostgresSession(database, mappings, Announce);

    private void Announce(Committed committed)
    {
        foreach (var listener in _listeners)
        {
            listener.OnCommitted(committed);
        }
    }
}
