using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Storage.Outbox;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Hosting;

/// <summary>Whether the server lives and whether it can work, with causes in words.</summary>
public static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("alive"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(NpgsqlDataSource database, OutboxHealth outbox, PromiseClock promises, IClock clock, CancellationToken cancellation)
    {
        var warnings = CalendarWarnings(promises, clock.GetCurrentInstant());
        try
        {
            await using var probe = database.CreateCommand("select 1");
            await probe.ExecuteScalarAsync(cancellation);
            warnings = [.. warnings, .. await outbox.WarningsAsync(cancellation)];
            return Results.Json(new { status = "ready", warnings });
        }
        catch (NpgsqlException)
        {
            return Results.Json(new { status = "not-ready", cause = "the database does not answer", warnings }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>From 1 October on it is said that next year's decree is missing: promises beyond are provisional.</summary>
    private static string[] CalendarWarnings(PromiseClock promises, Instant now)
    {
        var today = now.InZone(promises.Regulation.Zone).Date;
        return promises.Calendar.MissingYearAsOf(today) is { } year ? [$"the production calendar of {year} is missing: promises beyond it are provisional"] : [];
    }
}
