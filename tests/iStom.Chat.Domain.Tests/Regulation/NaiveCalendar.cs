using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Tests.Regulation;

/// <summary>
/// The oracle: what business time means, minute by minute, without any cleverness. Right for whole minutes in zones
/// whose offsets are whole minutes.
/// </summary>
internal sealed class NaiveCalendar(DateTimeZone zone, Func<LocalDate, DayHours> hoursOf)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public bool IsOpen(Instant instant)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return hoursOf(local.Date).Contains(local.TimeOfDay);
    }

    public Instant Add(Instant start, int minutes)
    {
        var time = start;
        for (var counted = 0; counted < minutes; time += Minute)
        {
            counted += IsOpen(time) ? 1 : 0;
        }

        return time;
    }

    public Instant Subtract(Instant end, int minutes)
    {
        var time = end;
        for (var counted = 0; counted < minutes; time -= Minute)
        {
            counted += IsOpen(time - Minute) ? 1 : 0;
        }

        return time;
    }

    public int Between(Instant from, Instant to)
    {
        var counted = 0;
        for (var time = from; time < to; time += Minute)
        {
            counted += IsOpen(time) ? 1 : 0;
        }

        return counted;
    }

    public Instant NextOpening(Instant instant) => First(instant, Minute, IsOpen);

    public Instant NextClosing(Instant instant) => First(instant + Minute, Minute, time => IsOpen(time - Minute) && !IsOpen(time));

    public Instant PreviousClosing(Instant instant) => First(instant, -Minute, time => IsOpen(time - Minute) && !IsOpen(time));

    private static Instant First(Instant from, Duration step, Func<Instant, bool> condition)
    {
        while (!condition(from))
        {
            from += step;
        }

        return from;
    }
}
