using NodaTime;
using NodaTime.TimeZones;

namespace iStom.Chat.Domain.Regulation;

/// <summary>
/// Turns wall-clock hours into a table of instants, one zone interval (a stretch of constant offset) at a time:
/// an instant is open exactly when the wall clock then shows opening hours. So a skipped hour is not counted, a
/// repeated hour counts twice, and a date that a zone leaves out does not occur. Openings that touch are joined.
/// </summary>
internal sealed class OpeningTableBuilder(Func<LocalDate, DayHours> hoursOf)
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly List<long> _opens = [];
    private readonly List<long> _closes = [];

    /// <summary>The table of these UTC years, both included.</summary>
    public static OpeningTable Build(DateTimeZone zone, Func<LocalDate, DayHours> hoursOf, int firstYear, int lastYear)
    {
        var builder = new OpeningTableBuilder(hoursOf);
        var (start, end) = (StartOfYear(firstYear), StartOfYear(lastYear + 1));
        foreach (var interval in zone.GetZoneIntervals(new Interval(InstantOf(start), InstantOf(end))))
        {
            builder.AddZoneInterval(interval, start, end);
        }

        return new OpeningTable(start, end, [.. builder._opens], [.. builder._closes]);
    }

    public static Instant InstantOf(long nanoseconds) => NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds);

    public static long NanosecondsOf(Instant instant) => (instant - NodaConstants.UnixEpoch).ToInt64Nanoseconds();

    private static long StartOfYear(int year) => NanosecondsOf(Instant.FromUtc(year, 1, 1, 0, 0));

    private void AddZoneInterval(ZoneInterval interval, long start, long end)
    {
        var offset = interval.WallOffset.Nanoseconds;
        var from = (interval.HasStart ? Math.Max(start, Clamped(interval.Start, start)) : start) + offset;
        var until = (interval.HasEnd ? Math.Min(end, Clamped(interval.End, end)) : end) + offset;
        for (var day = FloorToDay(from); day < until; day += NodaConstants.NanosecondsPerDay)
        {
            var date = Epoch.PlusDays((int)(day / NodaConstants.NanosecondsPerDay));
            foreach (var range in hoursOf(date).Ranges)
            {
                Open(Math.Max(from, day + range.FromNanosecond) - offset, Math.Min(until, day + range.UntilNanosecond) - offset);
            }
        }
    }

    private void Open(long opens, long closes)
    {
        if (opens >= closes)
        {
            return;
        }

        if (_closes.Count > 0 && _closes[^1] == opens)
        {
            _closes[^1] = closes;
            return;
        }

        _opens.Add(opens);
        _closes.Add(closes);
    }

    /// <summary>Zone intervals may begin or end outside of what 64-bit nanoseconds can hold.</summary>
    private static long Clamped(Instant instant, long otherwise) =>
        BusinessCalendar.Supports(instant) ? NanosecondsOf(instant) : otherwise;

    private static long FloorToDay(long local)
    {
        var remainder = local % NodaConstants.NanosecondsPerDay;
        return remainder < 0 ? local - remainder - NodaConstants.NanosecondsPerDay : local - remainder;
    }
}
