namespace iStom.Chat.Server.Hosting.HealthCauses;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can work; 503 with the causes when not. Warnings stand
/// among the causes of a ready server too.
/// </summary>
public static partial class HealthRegistration
{
    public static void AddChatHealth(this IServiceCollection services) => services
        .AddSingleton<IHealthCause, DatabaseHealth>()
        .AddSingleton<IHealthCause, OutboxCause>()
        .AddSingleton<IHealthCause, CalendarHealth>()
        .AddSingleton<IHealthCause, StopHealth>();

    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", () => Results.Json(new Liveness("alive"))).Answers<Liveness>("getLiveness", "The process answers.");
        health.MapGet("/ready", ReadyAsync)
            .Answers<Readiness>("getReadiness", "Whether it can work, and why not; warnings too.")
            .Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(IEnumerable<IHealthCause> causes, ILogger<Drain> logger, CancellationToken cancellation)
    {
        var looks = await Task.WhenAll(causes.Select(cause => LookAsync(cause, logger, cancellation)));
        HealthFinding[] found = [.. looks.OfType<HealthFinding>().OrderByDescending(finding => finding.Blocks)];
        var isReady = !found.Any(finding => finding.Blocks);
        return Results.Json(
            new Readiness(isReady ? "ready" : "not-ready", found),
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<HealthFinding?> LookAsync(IHealthCause cause, ILogger logger, CancellationToken cancellation)
    {
        try
        {
            return await cause.LookAsync(cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LookFailed(logger, cause.GetType().Name, e);
            return new("check-failed", Blocks: true, $"{cause.GetType().Name} could not look; the log says why");
        }
    }

    private sealed record Liveness(string Status);

    private sealed record Readiness(string Status, IReadOnlyList<HealthFinding> Causes);

    [LoggerMessage(305, LogLevel.Error, "Health: {Cause} could not look")]
    private static partial void LookFailed(ILogger logger, string cause, Exception exception);
}
