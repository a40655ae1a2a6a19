using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Hosting;

public static class DrainRegistration
{
    public static void AddDrain(this IServiceCollection services)
    {
        services.AddSingleton<Drain>();
        services.AddOptions<HostOptions>().Configure<IOptions<DrainOptions>>((host, stop) => host.ShutdownTimeout = stop.Value.Rest);
    }

    /// <summary>
    /// Drains first of all that a stop does: what is registered last is called first, and what is registered once the
    /// server runs comes after SignalR's own, which would cut every connection off. From then on new connections are sent
    /// away before they are made, so that clients take it for an outage and come back.
    /// </summary>
    public static void UseDrain(this WebApplication app)
    {
        var drain = app.Services.GetRequiredService<Drain>();
        app.Lifetime.ApplicationStarted.Register(() => app.Lifetime.ApplicationStopping.Register(() => drain.RunAsync().GetAwaiter().GetResult()));
        app.Use((context, next) => context.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
            ? PassAsync(drain, context, next)
            : next(context));
    }

    private static async Task PassAsync(Drain drain, HttpContext context, RequestDelegate next)
    {
        if (!drain.TryEnter(IsPoll(context.Request)))
        {
            await SendAwayAsync(context.Response);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            drain.Leave();
        }
    }

    /// <summary>A request for what a negotiated connection has to tell; a WebSocket's, which begins one, asks for an upgrade.</summary>
    private static bool IsPoll(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("id") && request.Headers.Upgrade.Count == 0;

    private static Task SendAwayAsync(HttpResponse response)
    {
        response.Headers.RetryAfter = "1";
        return Problem.WriteAsync(response, StatusCodes.Status503ServiceUnavailable);
    }
}
