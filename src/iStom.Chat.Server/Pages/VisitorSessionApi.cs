using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Pages;

/// <summary>The panel asks for its visitor's key, which it never sees itself.</summary>
internal static class VisitorSessionApi
{
    private static readonly string[] Identity =
    [
        "identity-malformed", "identity-unsigned", "identity-audience", "identity-expired", "identity-not-yet-valid", "identity-too-long-lived", "identity-replayed",
        "identity-unknown-clinic",
    ];

    public static void MapVisitorSession(this IEndpointRouteBuilder chat)
    {
        var visitor = chat.MapGroup("/api/visitor").WithTags("Visitor");
        visitor.MapPost("/session", Start).RequireRateLimiting(RateLimits.Sessions)
            .Answers<SessionReply>("startSession", "Recognises the browser by its cookie, or gives it one.", [.. Identity, "unknown-site"]);
        visitor.MapPost("/end", End).RequireAuthorization(VisitorsOnly)
            .AnswersNothing("endSession", "The visitor leaves this computer: the cookie goes, and its key opens nothing any more.");
    }

    /// <summary>Whoever shows a visitor's key.</summary>
    internal static void VisitorsOnly(AuthorizationPolicyBuilder policy) => policy.AddAuthenticationSchemes(VisitorAuthentication.SchemeName).RequireClaim(ClaimNames.Visitor);

    private static async Task<IResult> Start(HttpContext context, SessionRequest request, IMediator mediator, IOptions<ChatOptions> options)
    {
        // A key is given to our own panel only: without an exact Origin it may be anybody's page.
        if (context.Request.Headers.Origin != options.Value.ChatOrigin)
        {
            return Problems.From(new("foreign-origin"));
        }

        var started = await mediator.Send(
            new StartSession(request.Site ?? "", context.Request.Cookies[VisitorKey.CookieName], request.Identity), context.RequestAborted);
        if (started.Refusal is { } refusal)
        {
            return Problems.From(refusal);
        }

        if (started.Value.NewKey is { } key)
        {
            context.Response.Cookies.Append(VisitorKey.CookieName, key, VisitorKey.CookieOptions());
        }

        return Results.Json(new SessionReply(started.Value.Visitor.Value, started.Value.Verified, started.Value.Conversation?.Value));
    }

    /// <summary>"End on this computer": the cookie goes, and its key opens nothing any more.</summary>
    private static async Task<IResult> End(HttpContext context, IMediator mediator)
    {
        var ended = await mediator.Send(new EndOnThisComputer(context.User.ReadVisitor(context)), context.RequestAborted);
        context.Response.Cookies.Delete(VisitorKey.CookieName, VisitorKey.CookieOptions());
        return ended.Refusal is { } refusal ? Problems.From(refusal) : Results.NoContent();
    }

    /// <summary>page, title and locale are context for staff, never authority. identity: a JWT of the site's, for its signed-in user.</summary>
    internal sealed record SessionRequest(string? Site, string? Page, string? Title, string? Locale, string? Identity);

    internal sealed record SessionReply(Guid VisitorId, bool Verified, Guid? ConversationId);
}
