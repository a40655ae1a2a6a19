using System.Globalization;

namespace iStom.Chat.Server.Hosting;

/// <summary>Problem details (RFC 9457) with a stable <c>code</c>, for what is refused before an endpoint is reached.</summary>
public static class Problem
{
    private static readonly (int Status, string Code)[] Codes =
    [
        (StatusCodes.Status401Unauthorized, "unauthenticated"),
        (StatusCodes.Status403Forbidden, "forbidden"),
        (StatusCodes.Status404NotFound, "not-found"),
        (StatusCodes.Status405MethodNotAllowed, "method-not-allowed"),
        (StatusCodes.Status413PayloadTooLarge, "too-large"),
        (StatusCodes.Status415UnsupportedMediaType, "unknown-content-type"),
        (StatusCodes.Status429TooManyRequests, "rate-limited"),
        (StatusCodes.Status500InternalServerError, "internal"),
        (StatusCodes.Status503ServiceUnavailable, "unavailable"),
        (StatusCodes.Status413PayloadTooLarge, "file-too-large"),
        (StatusCodes.Status503ServiceUnavailable, "scanner-away"),
        (StatusCodes.Status507InsufficientStorage, "storage-full"),
    ];

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

    /// <summary>The status of a code that the edge answers with; of any other, 400.</summary>
    public static int StatusOf(string code) =>
        Codes.FirstOrDefault(pair => pair.Code == code) is { Status: > 0 } known ? known.Status : StatusCodes.Status400BadRequest;

    private static string CodeOf(int status) =>
        Codes.FirstOrDefault(pair => pair.Status == status).Code
        ?? (status > StatusCodes.Status500InternalServerError ? "internal" : "malformed");
}
