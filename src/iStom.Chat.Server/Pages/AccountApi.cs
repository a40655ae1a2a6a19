using System.Security.Claims;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace iStom.Chat.Server.Pages;

/// <summary>Signing in and out of the desk.</summary>
internal static class AccountApi
{
    public static void MapAccount(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/api/account/sign-in", SignInAsync).RequireRateLimiting(RateLimits.SignIns);
        var account = desk.MapGroup("/api/account").RequireAuthorization(StaffOnly).RequireAntiforgeryToken();
        account.MapPost("/sign-out", SignOutAsync);
        account.MapGet("/me", (Delegate)Me);
        account.MapGet("/antiforgery", (HttpContext context, AntiforgeryToken antiforgery) =>
            Results.Json(new { token = antiforgery.For(context.User) }));
    }

    /// <summary>Whoever has a sign-in that holds; what they may do is the pipeline's to decide.</summary>
    public static void StaffOnly(AuthorizationPolicyBuilder policy) =>
        policy.AddAuthenticationSchemes(DeskCookie.Scheme).RequireClaim(ClaimNames.Agent);

    private static async Task<IResult> SignInAsync(HttpContext context, Credentials credentials, IMediator mediator)
    {
        var signedIn = await mediator.Send(new SignIn(credentials.Email ?? "", credentials.Password ?? ""), context.RequestAborted);
        if (signedIn.Refusal is { } refusal)
        {
            return Problems.From(refusal);
        }

        await DeskCookie.SignInAsync(context, signedIn.Value);
        return Results.NoContent();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IMediator mediator)
    {
        var session = Guid.Parse(context.User.FindFirstValue(ClaimNames.Session)!);
        var ended = await mediator.Send(new SignOut(context.User.ReadAgent(context), session), context.RequestAborted);
        await context.SignOutAsync(DeskCookie.Scheme);
        return ended.Refusal is { } refusal ? Problems.From(refusal) : Results.NoContent();
    }

    private static IResult Me(HttpContext context)
    {
        var caller = context.User.ReadAgent(context);
        return Results.Json(new Me(caller.Agent.Value, caller.Name, caller.Roles, caller.PaidSupport));
    }

    internal sealed record Credentials(string? Email, string? Password);
}
