using iStom.Chat.Server.Storage;
using NodaTime;
using NpgsqlTypes;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>What opens the door for a key of the API, as a hash: the key itself is shown once and stored nowhere.</summary>
/// <param name="Id">The key's.</param>
/// <param name="Hash">As <see cref="VisitorKey.Hash"/> makes it.</param>
/// <param name="UsedAt">When it was last shown, to the minute; null: never.</param>
public sealed record ApiKeySecret(Guid Id, string Hash, Instant? UsedAt)
{
    /// <summary>Programs and people recognise by it what they have found.</summary>
    public const string Prefix = "istom_";

    public static IDocumentMapping Mapping { get; } = new DocumentMapping<ApiKeySecret>(
        secret => secret.Id, new DuplicatedField<ApiKeySecret>("hash", NpgsqlDbType.Varchar, secret => secret.Hash, nameof(Hash), FieldIndex.Unique));

    /// <summary>A new key: 256 random bits.</summary>
    public static string Create() => Prefix + VisitorKey.Create();
}
