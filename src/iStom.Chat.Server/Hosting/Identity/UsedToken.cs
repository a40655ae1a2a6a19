using iStom.Chat.Server.Storage;
using NodaTime;
using NpgsqlTypes;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>A token that has served: it serves nobody again. Forgotten once it has expired anyway.</summary>
/// <param name="Id">Follows from the site and the token's <c>jti</c>.</param>
/// <param name="ExpiresAt">From then on it is refused without being remembered.</param>
public sealed record UsedToken(Guid Id, Instant ExpiresAt)
{
    public static IDocumentMapping Mapping { get; } = new DocumentMapping<UsedToken>(
        token => token.Id, new DuplicatedField<UsedToken>("expires_at", NpgsqlDbType.TimestampTz, token => token.ExpiresAt.ToDateTimeUtc()));
}
