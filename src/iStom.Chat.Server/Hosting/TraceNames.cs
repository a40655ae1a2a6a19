using Microsoft.AspNetCore.Http.Features;

namespace iStom.Chat.Server.Hosting;

/// <summary>
/// Names the frameworks' span of a request by method and route, as OpenTelemetry's conventions want it: by the route's
/// pattern, never by the path, which may hold ids.
/// </summary>
internal static class TraceNames
{
    public static void UseTraceNames(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
        {
            return;
        }

        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = $"{context.Request.Method} {route}".TrimEnd();
        span.SetTag("http.request.method", context.Request.Method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
    });
}
