using System.Data;
using JasperFx;
using Marten;
using Npgsql;

namespace iStom.Chat.Server.Storage.Marten;

/// <summary>The other writer: genuine Marten on the same tables.</summary>
public sealed class MartenStore(NpgsqlDataSource database, DocumentMappings mappings, IEnumerable<ICommitListener> listeners) : IStore, IDisposable
{
    private readonly CommitListeners _listeners = new(listeners);
    private readonly DocumentStore _documents = new(MartenLayout.Options(database, mappings));

    public IStoreSession OpenSession() => new MartenSession(Open, mappings, _listeners.Announce);

    /// <summary>
    /// Makes what is missing of Marten's own functions and bookkeeping tables, once before the store is used. Throws rather
    /// than alter or drop anything: the layout is the migration's.
    /// </summary>
    public Task PrepareAsync() => _documents.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOnly);

    public void Dispose() => _documents.Dispose();

    /// <summary>What is read in the transaction is what is written on; who comes second is refused.</summary>
    private IDocumentSession Open() => _documents.LightweightSession(IsolationLevel.RepeatableRead);
}
