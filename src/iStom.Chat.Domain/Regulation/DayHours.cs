using System.Collections.Immutable;
using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>The opening hours of one day: none, one or several stretches with breaks between them. Immutable.</summary>
public sealed class DayHours
{
    private DayHours(ImmutableArray<HoursRange> ranges) => Ranges = ranges;

    /// <summary>A day on which nobody works.</summary>
    public static DayHours Closed { get; } = new([]);

    /// <summary>0:00 to 24:00.</summary>
    public static DayHours AllDay { get; } = Of(new HoursRange(LocalTime.Midnight, LocalTime.Midnight));

    /// <summary>The stretches in order of time; they may touch and never overlap.</summary>
    public ImmutableArray<HoursRange> Ranges { get; }

    /// <summary>Whether there is no stretch at all.</summary>
    public bool IsClosed => Ranges.IsEmpty;

    /// <summary>The sum of the stretches on the wall clock.</summary>
    public Duration Length => Ranges.Aggregate(Duration.Zero, (sum, range) => sum + range.Length);

    /// <summary>A day with these stretches, given in any order.</summary>
    /// <exception cref="ArgumentException">Two stretches overlap.</exception>
    public static DayHours Of(params IEnumerable<HoursRange> ranges)
    {
        var sorted = ranges.OrderBy(range => range.From).ToImmutableArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].FromNanosecond < sorted[i - 1].UntilNanosecond)
            {
                throw new ArgumentException(
                    $"Opening hours overlap: the stretch from {sorted[i].From:HH:mm} starts before the one from {sorted[i - 1].From:HH:mm} ends.",
                    nameof(ranges));
            }
        }

        return new DayHours(sorted);
    }

    /// <summary>A day with one stretch; <paramref name="until"/> at 0:00 is 24:00.</summary>
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public static DayHours Of(LocalTime from, LocalTime until) => Of(new HoursRange(from, until));

    /// <summary>The same day with this much cut off its end; stretches that fall wholly into the cut disappear.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cut is negative.</exception>
    public DayHours ShortenedBy(Duration cut)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cut, Duration.Zero);
        var kept = Math.Max(0, (Length - cut).ToInt64Nanoseconds());
        var ranges = ImmutableArray.CreateBuilder<HoursRange>();
        foreach (var range in Ranges)
        {
            var length = Math.Min(kept, range.Length.ToInt64Nanoseconds());
            if (length > 0)
            {
                ranges.Add(new HoursRange(range.From, range.From.PlusNanoseconds(length)));
            }

            kept -= length;
        }

        return new DayHours(ranges.ToImmutable());
    }

    /// <summary>Whether the wall clock shows opening hours: half-open, so the closing time itself is closed.</summary>
    public bool Contains(LocalTime time)
    {
        foreach (var range in Ranges)
        {
            if (range.FromNanosecond <= time.NanosecondOfDay && time.NanosecondOfDay < range.UntilNanosecond)
            {
                return true;
            }
        }

        return false;
    }
}
