using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>The agents' signed cookie. It names a sign-in; whether that still holds, and what it may do, says the database each time.</summary>
public static class DeskCookie
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public const string Name = "__Host-istom-desk";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.ExpireTimeSpan = AgentSession.Longest.ToTimeSpan();
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context => Refuse(context.Response, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Refuse(context.Response, StatusCodes.Status403Forbidden);
    }

    /// <summary>Sets the cookie for a new sign-in.</summary>
    public static Task SignInAsync(HttpContext context, AgentSession session) => context.SignInAsync(
        Scheme, new(new ClaimsIdentity([new(ClaimNames.Session, session.Id.ToString())], Scheme)), new() { IsPersistent = true });

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<AgentSessions>();
        if (Guid.TryParse(context.Principal?.FindFirstValue(ClaimNames.Session), out var id)
            && await sessions.FindAgentAsync(id, context.HttpContext.RequestAborted) is { } agent)
        {
            context.HttpContext.RequestServices.GetRequiredService<SessionSightings>().Seen(id);
            context.ReplacePrincipal(new(new ClaimsIdentity(ClaimsOf(agent, id), Scheme)));
            return;
        }

        context.RejectPrincipal();
    }

    private static IEnumerable<Claim> ClaimsOf(Agent agent, Guid session) =>
    [
        new(ClaimNames.Session, session.ToString()),
        new(ClaimNames.Agent, agent.Id.Value.ToString()),
        new(ClaimNames.Name, agent.Name),
        new(ClaimNames.PaidSupport, agent.PaidSupport ? "true" : "false"),
        .. agent.Roles.Select(role => new Claim(ClaimNames.Role, role.ToString())),
    ];

    private static Task Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
