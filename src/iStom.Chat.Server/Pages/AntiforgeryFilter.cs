using iStom.Chat.Server.Hosting.Identity;

namespace iStom.Chat.Server.Pages;

/// <summary>Refuses writes without the token: <c>antiforgery</c>.</summary>
internal static class AntiforgeryFilter
{
    public static RouteGroupBuilder RequireAntiforgeryToken(this RouteGroupBuilder endpoints) =>
        endpoints.WithMetadata(new Needed()).AddEndpointFilter(async (context, next) =>
            HttpMethods.IsGet(context.HttpContext.Request.Method)
            || context.HttpContext.RequestServices.GetRequiredService<AntiforgeryToken>().IsShownBy(context.HttpContext)
                ? await next(context)
                : Problems.From(new("antiforgery")));

    /// <summary>The mark of a route whose writes need the token.</summary>
    internal sealed record Needed;
}
