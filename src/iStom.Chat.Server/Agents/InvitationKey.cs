using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using NpgsqlTypes;

namespace iStom.Chat.Server.Agents;

/// <summary>The secret of an invitation's link, 256 random bits: only its hash is kept, and apart from what the audit shows.</summary>
/// <param name="Id">What it opens.</param>
public sealed record InvitationKey(InvitationId Id, string Hash)
{
    public static IDocumentMapping Mapping { get; } = new DocumentMapping<InvitationKey>(
        key => key.Id.Value, new DuplicatedField<InvitationKey>("hash", NpgsqlDbType.Varchar, key => key.Hash, nameof(Hash), FieldIndex.Unique));

    public static string CreateSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
