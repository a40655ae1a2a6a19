using System.Text.Json;
using iStom.Chat.Domain.Integrations;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using Npgsql;

namespace iStom.Chat.Server.Integrations;

/// <summary>The keys of the API with when they were last used.</summary>
public sealed class ApiKeyReader(NpgsqlDataSource database)
{
    private const string Sql = "select k.data, s.data from mt_doc_apikey k join mt_doc_apikeysecret s on s.id = k.id order by k.id desc";

    public async Task<ApiKeyView[]> ReadAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var keys = new List<ApiKeyView>();
        while (await reader.ReadAsync(cancellation))
        {
            keys.Add(ToView(
                JsonSerializer.Deserialize<ApiKey>(reader.GetString(0), StoreJson.Options)!, JsonSerializer.Deserialize<ApiKeySecret>(reader.GetString(1), StoreJson.Options)!));
        }

        return [.. keys];
    }

    public static ApiKeyView ToView(ApiKey key, ApiKeySecret secret) => new(key.Id.Value, key.Name, key.Scopes, key.Hint, secret.UsedAt, key.RevokedAt);
}
