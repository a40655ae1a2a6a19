using System.Collections.Immutable;
using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>
/// The opening hours of an ordinary week, by ISO day of the week. Immutable; days not named are closed.
/// Dates that differ (holidays, special days) are exceptions of a <see cref="BusinessCalendar"/>.
/// </summary>
public sealed class WorkingWeek
{
    private readonly ImmutableArray<DayHours> _days;

    private WorkingWeek(ImmutableArray<DayHours> days) => _days = days;

    /// <summary>Never open; a beginning for <see cref="With"/>.</summary>
    public static WorkingWeek Closed { get; } = new([.. Enumerable.Repeat(DayHours.Closed, 7)]);

    /// <summary>Round the clock, seven days a week.</summary>
    public static WorkingWeek AlwaysOpen { get; } = new([.. Enumerable.Repeat(DayHours.AllDay, 7)]);

    /// <summary>The hours of that day of the week.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is <see cref="IsoDayOfWeek.None"/> or unknown.</exception>
    public DayHours this[IsoDayOfWeek day] => _days[IndexOf(day)];

    /// <summary>The same hours from Monday to Friday, closed at the weekend (§1.2).</summary>
    public static WorkingWeek MondayToFriday(DayHours hours) =>
        new([.. Enumerable.Repeat(hours, 5), DayHours.Closed, DayHours.Closed]);

    /// <summary>The same week with other hours on one day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is <see cref="IsoDayOfWeek.None"/> or unknown.</exception>
    public WorkingWeek With(IsoDayOfWeek day, DayHours hours) => new(_days.SetItem(IndexOf(day), hours));

    private static int IndexOf(IsoDayOfWeek day) => day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday
        ? (int)day - 1
        : throw new ArgumentOutOfRangeException(nameof(day), day, "A day of the week is Monday to Sunday.");
}
