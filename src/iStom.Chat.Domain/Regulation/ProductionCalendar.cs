using System.Collections.Concurrent;
using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>
/// The production calendar of Russia (§1.2): which days are worked, year by year, and why the others are not. A year
/// that has not been imported is provisional: computed from the Labour Code alone (art. 112). Immutable; an import
/// makes a new calendar.
/// </summary>
public sealed class ProductionCalendar
{
    private static readonly Lazy<ProductionCalendar> Compiled = new(() =>
        new ProductionCalendar(EmbeddedText.NamesStartingWith("ru-").Select(EmbeddedText.Read).Select(CalendarYearReader.Read)));

    private readonly ConcurrentDictionary<int, CalendarYear> _years;

    /// <summary>A calendar of these years; every other year is provisional.</summary>
    /// <exception cref="ArgumentException">Two of them are the same year.</exception>
    public ProductionCalendar(IEnumerable<CalendarYear> years)
    {
        Years = years.ToDictionary(year => year.Year);
        _years = new ConcurrentDictionary<int, CalendarYear>(Years);
    }

    /// <summary>The years that came with this version of the product.</summary>
    public static ProductionCalendar Embedded => Compiled.Value;

    /// <summary>The years that were imported.</summary>
    public IReadOnlyDictionary<int, CalendarYear> Years { get; }

    /// <summary>The year as imported, else provisional. Any ISO year.</summary>
    public CalendarYear this[int year] => _years.TryGetValue(year, out var known)
        ? known
        : _years.GetOrAdd(year, LabourCode.Provisional);

    /// <summary>The same calendar with this year imported or replaced.</summary>
    public ProductionCalendar With(CalendarYear year) =>
        new(Years.Values.Where(known => known.Year != year.Year).Append(year));

    /// <summary>Whether people work on that date; transferred working Saturdays count.</summary>
    public bool IsWorkingDay(LocalDate date) => this[date.Year].IsWorkingDay(date);

    /// <summary>Whether the Labour Code (art. 95) makes the working day an hour shorter.</summary>
    public bool IsShortened(LocalDate date) => this[date.Year].IsShortened(date);

    /// <summary>Why nobody works on that date; null on a working day.</summary>
    public DayOff? DayOffOn(LocalDate date) => this[date.Year].DayOffOn(date);

    /// <summary>Why people work on that weekend day; null on any other day.</summary>
    public WorkingWeekend? WorkingWeekendOn(LocalDate date) => this[date.Year].WorkingWeekendOn(date);

    /// <summary>The number of working days in a month.</summary>
    public int WorkingDays(int year, int month) => this[year].WorkingDaysIn(month);

    /// <summary>Whether that year's transfers are unknown.</summary>
    public bool IsProvisional(int year) => this[year].IsProvisional;

    /// <summary>The years from one to the other, both included, whose transfers are unknown.</summary>
    public IEnumerable<int> ProvisionalYears(int firstYear, int lastYear) =>
        Enumerable.Range(firstYear, lastYear - firstYear + 1).Where(IsProvisional);

    /// <summary>
    /// The year whose calendar is overdue on this date: the current one if it is provisional, and from 1 October on
    /// the next one (its decree is published in September or October). Null when nothing is missing.
    /// </summary>
    public int? MissingYearAsOf(LocalDate today)
    {
        if (IsProvisional(today.Year))
        {
            return today.Year;
        }

        return today.Month >= 10 && IsProvisional(today.Year + 1) ? today.Year + 1 : null;
    }

    /// <summary>The editions of the years from one to the other, as a promise stores them: usually one, two over New Year.</summary>
    public string EditionOf(int firstYear, int lastYear) => firstYear == lastYear
        ? this[firstYear].Edition
        : string.Join(' ', Enumerable.Range(firstYear, lastYear - firstYear + 1).Select(year => this[year].Edition));
}
