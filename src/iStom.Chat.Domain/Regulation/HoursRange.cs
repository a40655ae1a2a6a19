using System.Runtime.InteropServices;
using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>
/// One stretch of opening hours on the wall clock of one day, half-open: open at <see cref="From"/>, closed at
/// <see cref="Until"/>. An end at 0:00 is the midnight that ends the day (24:00), so that hours which go past
/// midnight are written as two stretches: until 24:00 of one day and from 0:00 of the next. The default value, 0:00 until
/// 0:00, is the whole day.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HoursRange
{
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public HoursRange(LocalTime from, LocalTime until)
    {
        if (until != LocalTime.Midnight && until <= from)
        {
            throw new ArgumentException(
                $"Opening hours from {from:HH:mm} until {until:HH:mm} are reversed or empty; hours past midnight are two ranges.",
                nameof(until));
        }

        (From, Until) = (from, until);
    }

    /// <summary>The first instant of the stretch.</summary>
    public LocalTime From { get; }

    /// <summary>The first instant after the stretch; 0:00 stands for 24:00.</summary>
    public LocalTime Until { get; }

    /// <summary>The length on the wall clock, at most 24 hours; a change of offset inside it is not taken into account.</summary>
    public Duration Length => Duration.FromNanoseconds(UntilNanosecond - FromNanosecond);

    internal long FromNanosecond => From.NanosecondOfDay;

    internal long UntilNanosecond => Until == LocalTime.Midnight ? NodaConstants.NanosecondsPerDay : Until.NanosecondOfDay;
}
