using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>
/// A write that is authenticated by the cookie alone also shows a token that only our own page can read; on top of the
/// exact Origin and SameSite=Strict. The token is the sign-in's, sealed with the cookies' keys (OWASP: HMAC-based token
/// pattern); ASP.NET Core's own needs a second cookie and refuses the demo's plain http.
/// </summary>
public sealed class AntiforgeryToken(IDataProtectionProvider protection)
{
    public const string HeaderName = "X-Antiforgery";

    private readonly IDataProtector _seal = protection.CreateProtector("antiforgery");

    /// <summary>The token of this sign-in.</summary>
    public string For(ClaimsPrincipal user) => _seal.Protect(SessionOf(user));

    /// <summary>Whether the request shows the token of its own sign-in.</summary>
    public bool IsShownBy(HttpContext context)
    {
        try
        {
            return _seal.Unprotect(context.Request.Headers[HeaderName].ToString()) == SessionOf(context.User);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string SessionOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimNames.Session)!;
}
