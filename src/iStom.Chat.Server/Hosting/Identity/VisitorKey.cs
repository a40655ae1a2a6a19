using System.Buffers.Text;
using System.Security.Cryptography;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>The secret in a visitor's cookie: 256 random bits; only its hash is stored.</summary>
public static class VisitorKey
{
    /// <summary>The prefix makes browsers insist on Secure, on the path / and on this very host.</summary>
    public const string CookieName = "__Host-istom-visitor";

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)));

    /// <summary>
    /// Unreadable for scripts, sent inside frames of the listed sites, and in a jar of its own per top-level site
    /// (partitioned), so that it works where third-party cookies are blocked.
    /// </summary>
    public static CookieOptions CookieOptions()
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.None,
            Path = "/",
            MaxAge = TimeSpan.FromDays(400),
            IsEssential = true,
        };
        options.Extensions.Add("Partitioned");
        return options;
    }
}
