using System.Security.Cryptography;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Sites;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Public keys as sites paste them: PEM (RFC 7468 §13).</summary>
public static class PublicKeys
{
    private const int LeastBits = 2048;
    private const string Label = "PUBLIC KEY";
    private const string P256 = "1.2.840.10045.3.1.7";

    private static readonly Refusal Malformed = new("public-key-malformed");

    /// <summary>Somebody pasted what they should have kept.</summary>
    private static readonly Refusal Private = new("private-key-given");

    private static readonly Refusal Weak = new("public-key-weak");

    /// <summary>
    /// The key in one form, with the SHA-256 of its content. Refuses <c>public-key-malformed</c>, <c>private-key-given</c>,
    /// <c>public-key-weak</c>: RSA below 2048 bits, another curve than P-256.
    /// </summary>
    public static Decision<(string Pem, string Hash)> Accept(SigningAlgorithm algorithm, string? pem)
    {
        if (pem?.Contains("PRIVATE KEY", StringComparison.Ordinal) == true)
        {
            return Private;
        }

        try
        {
            using var key = Import(algorithm, pem ?? "");
            var content = key.ExportSubjectPublicKeyInfo();
            return IsStrong(key) ? (PemEncoding.WriteString(Label, content), Convert.ToHexStringLower(SHA256.HashData(content))) : Weak;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return Malformed;
        }
    }

    /// <summary>A key that was accepted. The caller disposes of it.</summary>
    public static AsymmetricAlgorithm Import(SigningAlgorithm algorithm, string pem)
    {
        AsymmetricAlgorithm key = algorithm == SigningAlgorithm.RS256 ? RSA.Create() : ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private static bool IsStrong(AsymmetricAlgorithm key) => key switch
    {
        ECDsa curve => curve.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256,
        _ => key.KeySize >= LeastBits,
    };
}
