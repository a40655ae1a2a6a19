using Microsoft.Extensions.Options;
using iStom.Chat.Server.Hosting.Identity;

namespace iStom.Chat.Server.Hosting;

/// <summary>
/// Exact origins. Browsers name the origin on every WebSocket and every write: whatever comes from another page is
/// refused before anything reads it. A request that names none cannot be another page's, except for reads, nor one with a program's key or
/// signature, which no browser sends by itself.
/// </summary>
public sealed class OriginGuard(RequestDelegate next, IOptions<ChatOptions> options)
{
    private readonly Uri _chat = new(options.Value.ChatOrigin);
    private readonly Uri _desk = new(options.Value.DeskOrigin);

    public Task InvokeAsync(HttpContext context)
    {
        if (Expected(context.Request.Host.Host) is not { } expected || IsAllowed(context.Request, expected))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsJsonAsync(
            new { code = "foreign-origin", status = StatusCodes.Status403Forbidden }, options: null, "application/problem+json");
    }

    private string? Expected(string host) =>
        IsSame(host, _chat) ? _chat.GetLeftPart(UriPartial.Authority)
        : IsSame(host, _desk) ? _desk.GetLeftPart(UriPartial.Authority)
        : null;

    private static bool IsSame(string host, Uri origin) => string.Equals(host, origin.Host, StringComparison.OrdinalIgnoreCase);

    private static bool IsAllowed(HttpRequest request, string expected)
    {
        var origin = request.Headers.Origin.ToString();
        // As routing does: whatever the case of the letters.
        var isPlainRead = HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase);
        return origin.Length == 0 ? isPlainRead || IsSameOriginPoll(request) || ApiKeyAuthentication.IsAskedFor(request) || RequestSignature.All.Any(request.Headers.ContainsKey) : isPlainRead || origin == expected;
    }

    /// <summary>A long poll of our own page is a GET without an Origin; the browser vouches for it in Sec-Fetch-Site.</summary>
    private static bool IsSameOriginPoll(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Site"] == "same-origin";
}
