using System.Text;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Sites;
using iStom.Chat.Server.Storage;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>
/// Reads the short-lived JWT (RFC 7519) with which a site vouches for its signed-in user. A key is asked for its own algorithm
/// alone (RFC 8725 §3.1), so that neither <c>none</c> nor a public key taken for a secret gets through.
/// </summary>
public sealed class IdentityTokens(IStore store, SigningSecrets secrets)
{
    /// <summary>From <c>iat</c> to <c>exp</c>.</summary>
    public static readonly Duration LongestLife = Duration.FromMinutes(5);

    /// <summary>How far the site's clock may be from ours.</summary>
    public static readonly Duration ClockSkew = Duration.FromSeconds(30);

    /// <summary>Longest token, in signs.</summary>
    private const int LongestToken = 4096;

    /// <summary>Longest claim, in UTF-16 code units.</summary>
    private const int LongestClaim = 200;

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = LongestToken };

    /// <summary>Refuses with <see cref="IdentityRefusals"/>. Whether the token has served already is for the caller to ask.</summary>
    public async Task<Decision<VouchedUser>> ReadAsync(Site site, string text, Instant now, CancellationToken cancellation)
    {
        if (text.Length > LongestToken || Parse(text) is not { } token)
        {
            return IdentityRefusals.Malformed;
        }

        if (!await IsSignedAsync(site, token, cancellation))
        {
            return IdentityRefusals.NotSigned;
        }

        return (RefusalOf(token, site, now) is { } refusal) ? refusal : UserOf(token, site);
    }

    private static JsonWebToken? Parse(string text)
    {
        try
        {
            return Handler.ReadJsonWebToken(text);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private async Task<bool> IsSignedAsync(Site site, JsonWebToken token, CancellationToken cancellation)
    {
        foreach (var key in site.ActiveKeys.Where(key => string.Equals(key.Algorithm.ToString(), token.Alg, StringComparison.Ordinal)))
        {
            if (await IsSignedAsync(key, token, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> IsSignedAsync(SigningKey key, JsonWebToken token, CancellationToken cancellation)
    {
        using var publicKey = key.PublicKey is { } pem ? PublicKeys.Import(key.Algorithm, pem) : null;
        if (await KeyAsync(key, publicKey, cancellation) is not { } verifying)
        {
            return false;
        }

        var parameters = new TokenValidationParameters
        {
            IssuerSigningKey = verifying,
            ValidAlgorithms = [key.Algorithm.ToString()],
            TryAllIssuerSigningKeys = true,
            // Asked below, on our own clock and with codes that say which it was.
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        };
        return (await Handler.ValidateTokenAsync(token, parameters)).IsValid;
    }

    /// <summary>Nothing of a key is kept between tokens: a retired one is gone at once.</summary>
    private async Task<SecurityKey?> KeyAsync(SigningKey key, System.Security.Cryptography.AsymmetricAlgorithm? publicKey, CancellationToken cancellation)
    {
        SecurityKey? made = publicKey switch
        {
            System.Security.Cryptography.RSA rsa => new RsaSecurityKey(rsa),
            System.Security.Cryptography.ECDsa curve => new ECDsaSecurityKey(curve),
            _ => await store.OpenSession().LoadAsync<SigningSecret>(key.Id.Value, cancellation) is { } kept && secrets.TryOpen(kept.Value) is { } secret
                ? new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret))
                : null,
        };
        if (made is not null)
        {
            made.CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false };
        }

        return made;
    }

    private static Refusal? RefusalOf(JsonWebToken token, Site site, Instant now)
    {
        if (Time(token, JwtRegisteredClaimNames.Iat) is not { } issued || Time(token, JwtRegisteredClaimNames.Exp) is not { } expires)
        {
            return IdentityRefusals.Malformed;
        }

        var from = Time(token, JwtRegisteredClaimNames.Nbf) is { } notBefore ? Instant.Max(notBefore, issued) : issued;
        return !token.Audiences.Contains(site.Key, StringComparer.Ordinal) ? IdentityRefusals.Audience
            : expires - issued > LongestLife ? IdentityRefusals.TooLongLived
            : from > now + ClockSkew ? IdentityRefusals.NotYetValid
            : expires + ClockSkew <= now ? IdentityRefusals.Expired
            : null;
    }

    private static Decision<VouchedUser> UserOf(JsonWebToken token, Site site) =>
        Text(token, JwtRegisteredClaimNames.Sub) is { } subject && Text(token, "clinic") is { } clinic && Text(token, JwtRegisteredClaimNames.Jti) is { } id
            ? new VouchedUser(
                clinic, subject, Text(token, JwtRegisteredClaimNames.Name), Text(token, JwtRegisteredClaimNames.Email), Text(token, JwtRegisteredClaimNames.PhoneNumber),
                NameBasedId.Of(site.Id.Value, id), Time(token, JwtRegisteredClaimNames.Exp)!.Value + ClockSkew)
            : IdentityRefusals.Malformed;

    /// <summary>Null for what is not there, is no text, or is no line of it.</summary>
    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var text) && text.Trim() is { Length: > 0 and <= LongestClaim } line
        && !line.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter)) ? line : null;

    private static Instant? Time(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<long>(claim, out var seconds) && seconds is > 0 and < 253_402_300_800 ? Instant.FromUnixTimeSeconds(seconds) : null;
}
