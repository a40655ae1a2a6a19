using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Marten;
using iStom.Chat.TestSupport;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage.Marten;

/// <summary>The seam promises the same with Marten behind it.</summary>
public sealed class MartenStoreTests(TestDatabase databases) : StoreConformance(databases)
{
    protected override async Task<IStore> CreateAsync(string connectionString, NpgsqlDataSource database, DocumentMappings mappings, ICommitListener[] listeners)
    {
        var store = new MartenStore(database, mappings, listeners);
        await store.PrepareAsync();
        return store;
    }
}
