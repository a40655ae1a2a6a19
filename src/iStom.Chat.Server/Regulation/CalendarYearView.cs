using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Server.Regulation;

/// <summary>A year of the production calendar as people look at it.</summary>
/// <param name="Version">To be shown with a change; 0 while nobody has changed what came with the product.</param>
/// <param name="Edition">As promises are stored with it.</param>
/// <param name="Decree">Its title; null while there is none: the year is provisional.</param>
/// <param name="WorkingDays">By month, January first.</param>
/// <param name="Days">What is not an ordinary working day or weekend, in order.</param>
public sealed record CalendarYearView(int Year, long Version, string Edition, string? Decree, IReadOnlyList<int> WorkingDays, IReadOnlyList<CalendarDayView> Days)
{
    public static CalendarYearView Of(CalendarYear year, long version, Language language) => new(
        year.Year,
        version,
        year.Edition,
        year.Decree?.Title,
        [.. Enumerable.Range(1, 12).Select(year.WorkingDaysIn)],
        [.. DatesOf(year.Year).Select(date => CalendarDayView.Of(year, date, language)).OfType<CalendarDayView>()]);

    /// <summary>Days that are another thing in one than in the other.</summary>
    public static IReadOnlyList<CalendarDayChange> Changes(CalendarYear before, CalendarYear after, Language language) =>
    [
        .. from date in DatesOf(after.Year)
           let was = CalendarDayView.Of(before, date, language)
           let becomes = CalendarDayView.Of(after, date, language)
           where was != becomes
           select new CalendarDayChange(date, was, becomes),
    ];

    private static DateInterval DatesOf(int year) => new(new(year, 1, 1), new(year, 12, 31));
}

/// <summary>kind: what the day is; other: where its rest was moved from, or to; name: of the holiday.</summary>
public sealed record CalendarDayView(LocalDate Date, CalendarDayKind Kind, LocalDate? Other, string? Name)
{
    /// <summary>Null for an ordinary working day or weekend.</summary>
    public static CalendarDayView? Of(CalendarYear year, LocalDate date, Language language)
    {
        if (year.DayOffOn(date) is { } off)
        {
            return off.Kind switch
            {
                DayOffKind.Weekend => null,
                DayOffKind.Holiday => new(date, CalendarDayKind.Holiday, Other: null, off.Name?.In(language)),
                _ => new(date, CalendarDayKind.Moved, off.MovedFrom, off.Name?.In(language)),
            };
        }

        var instead = year.WorkingWeekendOn(date)?.RestMovedTo;
        return year.IsShortened(date) ? new(date, CalendarDayKind.Shortened, instead, Name: null)
            : instead is not null ? new(date, CalendarDayKind.Working, instead, Name: null)
            : null;
    }
}

/// <summary>before, after: null for an ordinary working day or weekend.</summary>
public sealed record CalendarDayChange(LocalDate Date, CalendarDayView? Before, CalendarDayView? After);
