using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using iStom.Chat.Server.Storage;
using Npgsql;

namespace iStom.Chat.Server.Agents;

/// <summary>Makes and finds the secrets of links, 256 random bits each.</summary>
public sealed class LinkKeys(NpgsqlDataSource database)
{
    /// <summary>A new secret, stored with the session's commit; a former one opens nothing any more.</summary>
    public static async Task<string> RenewAsync(IStoreSession session, Guid opens, CancellationToken cancellation)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var version = (await session.LoadAsync<LinkKey>(opens, cancellation))?.Version ?? StreamVersion.None;
        session.Store(new LinkKey(opens, HashOf(secret)), version, version + 1);
        return secret;
    }

    /// <summary>What the secret was made for; null for one that was replaced or never was.</summary>
    public async Task<Guid?> FindAsync(string secret, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select id from mt_doc_linkkey where hash = $1");
        command.Parameters.Add(Sql.Of(HashOf(secret)));
        return await command.ExecuteScalarAsync(cancellation) as Guid?;
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
