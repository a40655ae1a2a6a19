using NodaTime;

namespace iStom.Chat.Domain.Sites;

/// <summary>A key with which a site vouches for its users. A secret is kept elsewhere, sealed.</summary>
/// <param name="Id">Which key.</param>
/// <param name="Algorithm">The only one that it is good for.</param>
/// <param name="PublicKey">As PEM (RFC 7468 §13); null for a secret.</param>
/// <param name="Hint">By what people tell keys apart: the last signs of a secret, or of a public key's SHA-256.</param>
/// <param name="CreatedAt">From when on it is believed.</param>
/// <param name="RetiredAt">From when on it is not; null while it is.</param>
public sealed record SigningKey(SigningKeyId Id, SigningAlgorithm Algorithm, string? PublicKey, string Hint, Instant CreatedAt, Instant? RetiredAt);
