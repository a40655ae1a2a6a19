using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using iStom.Chat.Domain;
using Microsoft.AspNetCore.DataProtection;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Seals the secrets with which sites sign, each for its key: a stolen table signs nothing, a copied row neither.</summary>
public sealed class SigningSecrets(IDataProtectionProvider protection)
{
    private const int HintLength = 4;

    /// <summary>256 random bits, as RFC 7518 §3.2 wants at least; its letters are the key, as libraries for JWT take it.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>By which people tell secrets apart: the last four characters.</summary>
    [return: NotNullIfNotNull(nameof(secret))]
    public static string? HintOf(string? secret) => secret?[^HintLength..];

    public SigningSecret Seal(SigningKeyId key, string secret) => new(key.Value, Of(key.Value).Protect(secret));

    /// <summary>Null where it cannot be opened: it was sealed for another key, or by a server whose own keys are lost.</summary>
    public string? TryOpen(SigningSecret secret)
    {
        try
        {
            return Of(secret.Id).Unprotect(secret.Sealed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Of(Guid key) => protection.CreateProtector("site-signing", key.ToString("N"));
}
