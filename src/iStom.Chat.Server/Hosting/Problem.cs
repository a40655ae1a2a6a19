using System.Globalization;

namespace iStom.Chat.Server.Hosting;

/// <summary>Problem details (RFC 9457) with a stable <c>code</c>, for what is refused before an endpoint is reached.</summary>
public static class Problem
{
    /// <summary>How long a refused caller is to wait, in whole seconds, at least one: less would be too early.</summary>
    public static string Seconds(TimeSpan wait) =>
        Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    public static Task TooManyAsync(HttpResponse response, TimeSpan wait)
    {
        response.Headers.RetryAfter = Seconds(wait);
        return WriteAsync(response, StatusCodes.Status429TooManyRequests);
    }

    /// <summary>Answers with a status and the code that goes with it.</summary>
    public static Task WriteAsync(HttpResponse response, int status)
    {
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        return response.WriteAsJsonAsync(new { code = CodeOf(status), status }, options: null, "application/problem+json", response.HttpContext.RequestAborted);
    }

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "unauthenticated",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status413PayloadTooLarge => "too-large",
        StatusCodes.Status415UnsupportedMediaType => "unknown-content-type",
        StatusCodes.Status429TooManyRequests => "rate-limited",
        StatusCodes.Status503ServiceUnavailable => "unavailable",
        >= StatusCodes.Status500InternalServerError => "internal",
        _ => "malformed",
    };
}
