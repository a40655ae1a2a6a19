using System.Collections.Frozen;
using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>
/// Business time: which instants are open, how much open time lies between two of them, and when a given amount of
/// it has passed. Opening hours are wall-clock hours of a zone; what is counted is real elapsed time. An instant is
/// open exactly when the wall clock then shows opening hours: hours skipped by daylight saving are not counted,
/// repeated ones count twice. Openings are half-open: the closing instant is closed.
/// </summary>
/// <remarks>
/// Precise to the nanosecond. Years <see cref="FirstYear"/> to <see cref="LastYear"/> are supported; they are computed
/// when first asked for, and every answer after that is a binary search without allocation. Safe for any number of
/// threads. The hours must be a pure function of the date: each date may be asked for once, several times or never.
/// </remarks>
public sealed class BusinessCalendar
{
    /// <summary>Earlier instants are refused: what is counted in all supported years has to fit in 64-bit nanoseconds.</summary>
    public const int FirstYear = 1900;

    /// <summary>Later instants are refused, and so is every amount of time that would lead there.</summary>
    public const int LastYear = 2179;

    private static readonly Instant Earliest = Instant.FromUtc(FirstYear, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(LastYear + 1, 1, 1, 0, 0);

    private readonly Func<LocalDate, DayHours> _hoursOf;
    private readonly Lock _growing = new();
    private volatile OpeningTable? _table;

    /// <summary>Hours by any rule: asked for each date once its year is needed.</summary>
    public BusinessCalendar(DateTimeZone zone, Func<LocalDate, DayHours> hoursOf) => (Zone, _hoursOf) = (zone, hoursOf);

    /// <summary>An ordinary week, every week.</summary>
    public BusinessCalendar(DateTimeZone zone, WorkingWeek week)
        : this(zone, date => week[date.DayOfWeek])
    {
    }

    /// <summary>An ordinary week but for some dates: holidays (<see cref="DayHours.Closed"/>) and days with hours of their own.</summary>
    public BusinessCalendar(DateTimeZone zone, WorkingWeek week, IReadOnlyDictionary<LocalDate, DayHours> exceptions)
        : this(zone, WithExceptions(week, exceptions.ToFrozenDictionary()))
    {
    }

    /// <summary>On whose wall clock the hours are.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The hours of a date.</summary>
    public DayHours HoursOf(LocalDate date) => _hoursOf(date);

    /// <summary>Whether the instant is counted. The opening instant is, the closing instant is not.</summary>
    public bool IsOpen(Instant instant)
    {
        var time = Nanoseconds(instant);
        var table = Covering(time);
        var index = table.CurrentOrNext(time);
        return index < table.Count && table.OpeningAt(index) <= time;
    }

    /// <summary>
    /// The earliest instant at or after <paramref name="start"/> by which this much open time has passed. A start
    /// outside hours counts from the next opening; a result on a boundary is the closing of the earlier opening, never
    /// the next opening. Zero returns the start itself, open or not. A negative amount is <see cref="Subtract"/>ed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The start or the result lies outside of the supported years.</exception>
    /// <exception cref="InvalidOperationException">The calendar never opens after the start.</exception>
    public Instant Add(Instant start, Duration amount)
    {
        if (amount <= Duration.Zero)
        {
            return amount == Duration.Zero ? start : Subtract(start, -amount);
        }

        var (time, length) = (Nanoseconds(start), Nanoseconds(amount));
        var table = Covering(time);
        long result;
        while (!table.TryAdd(time, length, out result))
        {
            table = Later(table) ?? throw Unreachable(table.CurrentOrNext(time) < table.Count, start, amount);
        }

        return OpeningTableBuilder.InstantOf(result);
    }

    /// <summary>
    /// The latest instant at or before <paramref name="end"/> from which this much open time passes until then: the
    /// mirror image of <see cref="Add"/>, so a result on a boundary is the opening of the later opening. Zero returns
    /// the end itself. A negative amount is added.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The end or the result lies outside of the supported years.</exception>
    /// <exception cref="InvalidOperationException">The calendar was never open before the end.</exception>
    public Instant Subtract(Instant end, Duration amount)
    {
        if (amount <= Duration.Zero)
        {
            return amount == Duration.Zero ? end : Add(end, -amount);
        }

        var (time, length) = (Nanoseconds(end), Nanoseconds(amount));
        var table = Covering(time);
        long result;
        while (!table.TrySubtract(time, length, out result))
        {
            table = Earlier(table) ?? throw Unreachable(table.CountedUntil(time) > 0, end, amount);
        }

        return OpeningTableBuilder.InstantOf(result);
    }

    /// <summary>The open time from one instant to another; negative when the second is the earlier one.</summary>
    public Duration Between(Instant from, Instant to)
    {
        var (first, second) = (Nanoseconds(from), Nanoseconds(to));
        var table = Covering(Math.Min(first, second), Math.Max(first, second));
        return Duration.FromNanoseconds(table.CountedUntil(second) - table.CountedUntil(first));
    }

    /// <summary>The earliest open instant at or after this one: itself while open.</summary>
    /// <exception cref="InvalidOperationException">The calendar never opens again.</exception>
    public Instant NextOpening(Instant instant)
    {
        var time = Nanoseconds(instant);
        var table = Covering(time);
        int index;
        while ((index = table.CurrentOrNext(time)) == table.Count)
        {
            table = Later(table) ?? throw Never("opens after", instant);
        }

        return OpeningTableBuilder.InstantOf(Math.Max(time, table.OpeningAt(index)));
    }

    /// <summary>The closing that comes next, strictly after this instant: while open, until when.</summary>
    /// <exception cref="InvalidOperationException">The calendar never opens again, or never closes.</exception>
    public Instant NextClosing(Instant instant)
    {
        var time = Nanoseconds(instant);
        var table = Covering(time);
        int index;
        while ((index = table.CurrentOrNext(time)) == table.Count || table.ClosingAt(index) == table.End)
        {
            table = Later(table) ?? throw Never("closes after", instant);
        }

        return OpeningTableBuilder.InstantOf(table.ClosingAt(index));
    }

    /// <summary>The last closing at or before this instant: while closed, since when.</summary>
    /// <exception cref="InvalidOperationException">The calendar has never closed before.</exception>
    public Instant PreviousClosing(Instant instant)
    {
        var time = Nanoseconds(instant);
        var table = Covering(time);
        int index;
        while ((index = table.CurrentOrNext(time)) == 0)
        {
            table = Earlier(table) ?? throw Never("closed before", instant);
        }

        return OpeningTableBuilder.InstantOf(table.ClosingAt(index - 1));
    }

    /// <summary>The openings between two instants, cut to them, in order of time: what <see cref="Between"/> sums up.</summary>
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    public IReadOnlyList<Interval> OpeningsBetween(Instant from, Instant to)
    {
        var (start, end) = (Nanoseconds(from), Nanoseconds(to));
        if (end < start)
        {
            throw new ArgumentException("The end is before the start.", nameof(to));
        }

        var table = Covering(start, end);
        var openings = new List<Interval>();
        for (var i = table.CurrentOrNext(start); i < table.Count && Math.Max(start, table.OpeningAt(i)) < end; i++)
        {
            openings.Add(new Interval(
                OpeningTableBuilder.InstantOf(Math.Max(start, table.OpeningAt(i))),
                OpeningTableBuilder.InstantOf(Math.Min(end, table.ClosingAt(i)))));
        }

        return openings;
    }

    internal static bool Supports(Instant instant) => Earliest <= instant && instant < Latest;

    private static Func<LocalDate, DayHours> WithExceptions(WorkingWeek week, FrozenDictionary<LocalDate, DayHours> exceptions) =>
        date => exceptions.TryGetValue(date, out var hours) ? hours : week[date.DayOfWeek];

    private static long Nanoseconds(Instant instant) => Supports(instant)
        ? OpeningTableBuilder.NanosecondsOf(instant)
        : throw new ArgumentOutOfRangeException(nameof(instant), instant, $"Only the years {FirstYear} to {LastYear} are supported.");

    private static long Nanoseconds(Duration amount) => amount < Latest - Earliest
        ? amount.ToInt64Nanoseconds()
        : throw new ArgumentOutOfRangeException(nameof(amount), amount, "The amount of time is longer than all supported years.");

    private static Exception Unreachable(bool everOpen, Instant from, Duration amount) => everOpen
        ? new ArgumentOutOfRangeException(
            nameof(amount), amount, $"Counted from {from}, the amount leads outside of the years {FirstYear} to {LastYear}.")
        : Never("is open on that side of", from);

    private static InvalidOperationException Never(string what, Instant instant) =>
        new($"The calendar never {what} {instant} (years {FirstYear} to {LastYear}).");

    private OpeningTable Covering(long time) => _table is { } table && table.Covers(time) ? table : Grow(time, time);

    private OpeningTable Covering(long first, long last) =>
        _table is { } table && table.Covers(first) && table.Covers(last) ? table : Grow(first, last);

    /// <summary>A table that reaches twice as far into the future; null when there is no more future.</summary>
    private OpeningTable? Later(OpeningTable table)
    {
        var limit = OpeningTableBuilder.NanosecondsOf(Latest);
        return table.End == limit ? null : Grow(table.Start, table.End + Math.Min(table.End - table.Start, limit - table.End) - 1);
    }

    private OpeningTable? Earlier(OpeningTable table)
    {
        var limit = OpeningTableBuilder.NanosecondsOf(Earliest);
        return table.Start == limit ? null : Grow(table.Start - Math.Min(table.End - table.Start, table.Start - limit), table.End - 1);
    }

    /// <summary>Replaces the table by one that also covers these instants with a year to spare on either side.</summary>
    private OpeningTable Grow(long first, long last)
    {
        lock (_growing)
        {
            if (_table is { } known && known.Covers(first) && known.Covers(last))
            {
                return known;
            }

            var (start, end) = (Math.Min(first, _table?.Start ?? first), Math.Max(last, (_table?.End ?? last + 1) - 1));
            var firstYear = Math.Max(FirstYear, OpeningTableBuilder.InstantOf(start).InUtc().Year - 1);
            var lastYear = Math.Min(LastYear, OpeningTableBuilder.InstantOf(end).InUtc().Year + 1);
            return _table = OpeningTableBuilder.Build(Zone, _hoursOf, firstYear, lastYear);
        }
    }
}
