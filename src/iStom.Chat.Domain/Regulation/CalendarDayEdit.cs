using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>What one day is from now on.</summary>
/// <param name="Date">Which day.</param>
/// <param name="Kind">What it becomes.</param>
/// <param name="Other">Of a moved rest, the day it was moved from; of a working weekend, the day of rest instead.</param>
/// <param name="Name">Of a holiday.</param>
public sealed record CalendarDayEdit(LocalDate Date, CalendarDayKind Kind, LocalDate? Other = null, LocalizedName? Name = null)
{
    /// <exception cref="FormatException">A holiday without a name, a move from nowhere, a weekend on a weekday.</exception>
    internal DayOff? DayOff(Decree? decree) => Kind switch
    {
        CalendarDayKind.Holiday => new(Date, DayOffKind.Holiday, Name: Name ?? throw Missing("a name")),
        CalendarDayKind.Moved => new(Date, DayOffKind.MovedByDecree, Other ?? throw Missing("the day that it was moved from"), Decree: decree),
        CalendarDayKind.Weekend when !LabourCode.IsWeekend(Date) => throw new FormatException($"{Date:uuuu-MM-dd} is no Saturday or Sunday."),
        _ => null,
    };

    /// <exception cref="FormatException">Nobody says when the rest is instead.</exception>
    internal WorkingWeekend? WorkingWeekend(Decree? decree) =>
        Kind is CalendarDayKind.Working or CalendarDayKind.Shortened && LabourCode.IsWeekend(Date)
            ? new(Date, Other ?? throw Missing("the day of rest instead"), decree)
            : null;

    private FormatException Missing(string what) => new($"{Date:uuuu-MM-dd} is given without {what}.");
}
