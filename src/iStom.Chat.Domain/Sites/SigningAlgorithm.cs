namespace iStom.Chat.Domain.Sites;

/// <summary>How a site signs (RFC 7518 §3.1). The names are those of the header <c>alg</c>.</summary>
public enum SigningAlgorithm
{
    /// <summary>HMAC with SHA-256: a secret that both have.</summary>
    HS256,

    /// <summary>RSA of at least 2048 bits (PKCS #1 v1.5) with SHA-256: we have the public key alone.</summary>
    RS256,

    /// <summary>ECDSA on P-256 with SHA-256: we have the public key alone.</summary>
    ES256,
}
