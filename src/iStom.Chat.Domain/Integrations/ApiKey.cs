using NodaTime;

namespace iStom.Chat.Domain.Integrations;

/// <summary>A key by which another program speaks to the server. What it shows is a secret, and is kept elsewhere as a hash.</summary>
/// <param name="Id">Which key.</param>
/// <param name="Name">For what it is.</param>
/// <param name="Scopes">What it may: names of <see cref="ApiScopes"/>.</param>
/// <param name="Hint">Its last signs, by which people tell keys apart.</param>
/// <param name="RevokedAt">When it was taken back; null while it opens.</param>
public sealed record ApiKey(ApiKeyId Id, string Name, IReadOnlyList<string> Scopes, string Hint, Instant? RevokedAt) : IKept
{
    Guid IKept.Key => Id.Value;

    string IKept.Title => Name;
}
