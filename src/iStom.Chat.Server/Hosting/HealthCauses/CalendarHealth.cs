using System.Globalization;
using NodaTime;

namespace iStom.Chat.Server.Hosting.HealthCauses;

/// <summary>From 1 October on it is said that next year's decree is missing: promises beyond are provisional.</summary>
internal sealed class CalendarHealth(LiveRegulation regulation, IClock clock) : IHealthCause
{
    public Task<HealthFinding?> LookAsync(CancellationToken cancellation)
    {
        var today = clock.GetCurrentInstant().InZone(LiveRegulation.Zone).Date;
        return Task.FromResult(regulation.Calendar.MissingYearAsOf(today) is { } year ? Missing(year) : null);
    }

    private static HealthFinding Missing(int year) => new(
        "calendar-missing",
        Blocks: false,
        $"the production calendar of {year.ToString(CultureInfo.InvariantCulture)} is missing: promises beyond it are provisional");
}
