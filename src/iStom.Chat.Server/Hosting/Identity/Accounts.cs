using System.Text.Json;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Finds accounts by what their bearers show.</summary>
public sealed class Accounts(NpgsqlDataSource database, IClock clock)
{
    /// <summary>The visitor whose key this is; null for an unknown key and for one that was replaced or taken back.</summary>
    public async Task<Versioned<Visitor>?> FindVisitorAsync(string key, CancellationToken cancellation)
    {
        var hash = VisitorKey.Hash(key);
        var found = await FindAsync<Visitor>(
            "select data, mt_version from mt_doc_visitor where key_hash = $1 or previous_key_hash = $1", hash, cancellation);
        return found?.Value.IsOpenedBy(hash, clock.GetCurrentInstant()) == true ? found : null;
    }

    public async Task<Agent?> FindAgentAsync(string email, CancellationToken cancellation) =>
        await FindAsync<Agent>("select data, mt_version from mt_doc_agent where email = $1", email.Trim().ToLowerInvariant(), cancellation) is { } found
            ? AgentStore.At(found.Value, found.Version)
            : null;

    private async Task<Versioned<T>?> FindAsync<T>(string sql, string key, CancellationToken cancellation)
        where T : class
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(JsonSerializer.Deserialize<T>(reader.GetString(0), StoreJson.Options)!, reader.GetInt64(1))
            : null;
    }
}
