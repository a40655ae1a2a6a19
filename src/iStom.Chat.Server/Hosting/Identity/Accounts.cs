using System.Text.Json;
using iStom.Chat.Server.Storage;
using Npgsql;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Finds accounts by what their bearers show.</summary>
public sealed class Accounts(NpgsqlDataSource database)
{
    public Task<Visitor?> FindVisitorAsync(string key, CancellationToken cancellation) =>
        FindAsync<Visitor>("select data from mt_doc_visitor where key_hash = $1", VisitorKey.Hash(key), cancellation);

    public Task<Agent?> FindAgentAsync(string email, CancellationToken cancellation) =>
        FindAsync<Agent>("select data from mt_doc_agent where email = $1", email.Trim().ToLowerInvariant(), cancellation);

    private async Task<T?> FindAsync<T>(string sql, string key, CancellationToken cancellation)
        where T : class
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key });
        return await command.ExecuteScalarAsync(cancellation) is string json ? JsonSerializer.Deserialize<T>(json, StoreJson.Options) : null;
    }
}
