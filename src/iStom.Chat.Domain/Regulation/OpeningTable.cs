using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>
/// The openings of some whole UTC years, flattened to sorted arrays with running totals, so that a question is one
/// look-up by UTC day and one binary search. All times are nanoseconds since the Unix epoch. Immutable, hence safe
/// to read from any thread; a wider table replaces it.
/// </summary>
internal sealed class OpeningTable
{
    private readonly long[] _opens;
    private readonly long[] _closes;
    private readonly long[] _before;
    private readonly int[] _firstByDay;

    public OpeningTable(long start, long end, long[] opens, long[] closes)
    {
        (Start, End, _opens, _closes) = (start, end, opens, closes);
        _before = RunningTotals(opens, closes);
        _firstByDay = IndexDays(start, end, closes);
    }

    /// <summary>The first covered instant: a UTC midnight.</summary>
    public long Start { get; }

    /// <summary>The first instant that is not covered any more: a UTC midnight.</summary>
    public long End { get; }

    public int Count => _opens.Length;

    /// <summary>What is open in the whole table.</summary>
    public long Total => _before[^1];

    public bool Covers(long time) => Start <= time && time < End;

    public long OpeningAt(int index) => _opens[index];

    public long ClosingAt(int index) => _closes[index];

    /// <summary>The opening in progress at this covered instant, else the next one; <see cref="Count"/> if the table has none.</summary>
    public int CurrentOrNext(long time)
    {
        var day = (int)((time - Start) / NodaConstants.NanosecondsPerDay);
        var (low, high) = (_firstByDay[day], _firstByDay[day + 1]);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _closes[middle] > time ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Open time from the table's start until this covered instant.</summary>
    public long CountedUntil(long time) => CountedUntil(time, CurrentOrNext(time));

    /// <summary>
    /// The earliest instant at which this much more than at <paramref name="time"/> is counted: on a boundary the
    /// closing. False when the table ends before that.
    /// </summary>
    public bool TryAdd(long time, long amount, out long result)
    {
        var index = CurrentOrNext(time);
        var counted = CountedUntil(time, index);
        if (amount > Total - counted)
        {
            result = default;
            return false;
        }

        var target = counted + amount;
        index = FirstReaching(target, index);
        result = _opens[index] + (target - _before[index]);
        return true;
    }

    /// <summary>
    /// The latest instant at which this much less than at <paramref name="time"/> is counted: on a boundary the
    /// opening. False when the table begins after that.
    /// </summary>
    public bool TrySubtract(long time, long amount, out long result)
    {
        var index = CurrentOrNext(time);
        var target = CountedUntil(time, index) - amount;
        if (target < 0)
        {
            result = default;
            return false;
        }

        index = Array.BinarySearch(_before, 0, Math.Min(index + 1, Count), target);
        index = index < 0 ? ~index - 1 : index;
        result = _opens[index] + (target - _before[index]);
        return true;
    }

    private long CountedUntil(long time, int index) =>
        index == Count ? Total : _before[index] + Math.Max(0, time - _opens[index]);

    /// <summary>The first opening, from <paramref name="from"/> on, at whose end the target is reached; the steps double.</summary>
    private int FirstReaching(long target, int from)
    {
        var (low, high, step) = (from, from, 1);
        while (_before[high + 1] < target)
        {
            low = high + 1;
            high = Math.Min(high + step, Count - 1);
            step <<= 1;
        }

        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _before[middle + 1] >= target ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static long[] RunningTotals(long[] opens, long[] closes)
    {
        var totals = new long[opens.Length + 1];
        for (var i = 0; i < opens.Length; i++)
        {
            totals[i + 1] = totals[i] + (closes[i] - opens[i]);
        }

        return totals;
    }

    /// <summary>For each UTC day and the end: the first opening that closes after the day has begun.</summary>
    private static int[] IndexDays(long start, long end, long[] closes)
    {
        var first = new int[((end - start) / NodaConstants.NanosecondsPerDay) + 1];
        var index = 0;
        for (var day = 0; day < first.Length; day++)
        {
            var begins = start + (day * NodaConstants.NanosecondsPerDay);
            while (index < closes.Length && closes[index] <= begins)
            {
                index++;
            }

            first[day] = index;
        }

        return first;
    }
}
