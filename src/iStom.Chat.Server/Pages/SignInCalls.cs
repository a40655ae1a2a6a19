using iStom.Chat.Server.Hosting.Identity;

namespace iStom.Chat.Server.Pages;

/// <summary>What every way of signing in knows and leaves behind.</summary>
internal static class SignInCalls
{
    public static SignInSource SourceOfSignIn(this HttpContext http, DeviceCookie devices) =>
        new(http.Connection.RemoteIpAddress, DeviceWords.Of(http.Request.Headers.UserAgent), devices.Read(http));

    /// <summary>204 with the desk's cookie; the browser is remembered as one of this account's.</summary>
    public static async Task<IResult> SignedInAsync(this HttpContext http, DeviceCookie devices, AgentSession session, string email)
    {
        await DeskCookie.SignInAsync(http, session);
        devices.Remember(http, SignInAttempts.AccountOf(email));
        return Results.NoContent();
    }
}
