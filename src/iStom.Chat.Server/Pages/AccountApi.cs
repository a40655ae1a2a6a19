using System.Security.Claims;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace iStom.Chat.Server.Pages;

/// <summary>Signing in and out of the desk.</summary>
internal static class AccountApi
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static void MapAccount(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/api/account/sign-in", SignInAsync).RequireRateLimiting(RateLimits.SignIns);
        desk.MapPost("/api/account/sign-out", (Delegate)SignOutAsync);
        desk.MapGet("/api/account/me", (Delegate)MeAsync);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, Credentials credentials, IMediator mediator)
    {
        var signedIn = await mediator.Send(new SignIn(credentials.Email ?? "", credentials.Password ?? ""), context.RequestAborted);
        if (signedIn.Refusal is { } refusal)
        {
            return Problems.From(refusal);
        }

        await context.SignInAsync(Scheme, new(new ClaimsIdentity(ClaimsOf(signedIn.Value), Scheme)));
        return Results.NoContent();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(Scheme);
        return Results.NoContent();
    }

    private static async Task<IResult> MeAsync(HttpContext context)
    {
        if (await context.AuthenticateAsync(Scheme) is not { Succeeded: true, Principal: { } principal })
        {
            return Results.Unauthorized();
        }

        var caller = principal.ReadAgent(context);
        return Results.Json(new Me(caller.Agent.Value, caller.Name, caller.Roles, caller.PaidSupport));
    }

    private static IEnumerable<Claim> ClaimsOf(Agent agent) =>
    [
        new(ClaimNames.Agent, agent.Id.Value.ToString()),
        new(ClaimNames.Name, agent.Name),
        new(ClaimNames.PaidSupport, agent.PaidSupport ? "true" : "false"),
        .. agent.Roles.Select(role => new Claim(ClaimNames.Role, role.ToString())),
    ];

    internal sealed record Credentials(string? Email, string? Password);
}
