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
    private const string Tag = "Account";

    public static void MapAccount(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/api/account/sign-in", SignInAsync).RequireRateLimiting(RateLimits.SignIns).WithTags(Tag)
            .AnswersNothing("signIn", "Signs an agent in: sets the desk's cookie.", "bad-credentials", "code-required", "bad-code", "account-disabled", "locked-out");
        var account = desk.MapGroup("/api/account").WithTags(Tag).RequireAuthorization(StaffOnly).RequireAntiforgeryToken();
        account.MapPost("/sign-out", SignOutAsync).AnswersNothing("signOut", "Ends this sign-in; its sockets are closed.");
        account.MapGet("/me", (Delegate)Me).Answers<Me>("getMe", "Who is signed in.");
        account.MapGet("/antiforgery", (HttpContext context, AntiforgeryToken antiforgery) =>
            Results.Json(new AntiforgeryReply(antiforgery.For(context.User))))
            .Answers<AntiforgeryReply>("getAntiforgeryToken", "The token that every write of this sign-in shows in X-Antiforgery.");
    }

    /// <summary>Whoever has a sign-in that holds; what they may do is the pipeline's to decide.</summary>
    public static void StaffOnly(AuthorizationPolicyBuilder policy) =>
        policy.AddAuthenticationSchemes(DeskCookie.Scheme).RequireClaim(ClaimNames.Agent);

    private static async Task<IResult> SignInAsync(HttpContext context, Credentials credentials, DeviceCookie devices, IMediator mediator)
    {
        var asked = new SignIn(credentials.Email ?? "", credentials.Password ?? "", credentials.Code, context.SourceOfSignIn(devices));
        var signedIn = await mediator.Send(asked, context.RequestAborted);
        return signedIn.Refusal is { } refusal ? Problems.From(refusal) : await context.SignedInAsync(devices, signedIn.Value, asked.Email);
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

    internal sealed record Credentials(string? Email, string? Password, string? Code);

    internal sealed record AntiforgeryReply(string Token);
}
