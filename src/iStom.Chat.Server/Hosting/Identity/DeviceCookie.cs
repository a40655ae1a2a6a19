using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>
/// Remembers a browser in which somebody has signed in, so that a stranger's wrong passwords lock the stranger out and not the
/// owner (OWASP: slow down online guessing attacks with device cookies). It opens nothing by itself.
/// </summary>
public sealed class DeviceCookie(IDataProtectionProvider protection)
{
    public const string Name = "__Host-istom-device";

    /// <summary>People who share a browser.</summary>
    private const int MostAccounts = 8;

    private readonly IDataProtector _seal = protection.CreateProtector("device");

    /// <summary>The browser; null where nobody has signed in yet, or what it shows is not ours.</summary>
    public KnownDevice? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { } shown)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<KnownDevice>(_seal.Unprotect(shown));
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Remembers that this account was signed in here.</summary>
    public void Remember(HttpContext context, string account)
    {
        var known = Read(context) ?? new(Guid.NewGuid(), []);
        var remembered = known with { Accounts = [account, .. known.Accounts.Where(other => other != account).Take(MostAccounts - 1)] };
        context.Response.Cookies.Append(Name, _seal.Protect(JsonSerializer.Serialize(remembered)), new()
        {
            HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromDays(400), IsEssential = true,
        });
    }
}
