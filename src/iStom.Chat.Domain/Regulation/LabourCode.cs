using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>
/// What the Labour Code of Russia alone says about a year's days: the holidays of art. 112, the move of those that
/// fall on a weekend, and the shortened day before a holiday (art. 95). The transfers by decree are not here: they
/// cannot be computed.
/// </summary>
public static class LabourCode
{
    private static readonly LocalizedName NewYear = new("Новогодние каникулы", "New Year holidays");

    private static readonly Dictionary<AnnualDate, LocalizedName> Holidays = new()
    {
        [new AnnualDate(1, 1)] = NewYear,
        [new AnnualDate(1, 2)] = NewYear,
        [new AnnualDate(1, 3)] = NewYear,
        [new AnnualDate(1, 4)] = NewYear,
        [new AnnualDate(1, 5)] = NewYear,
        [new AnnualDate(1, 6)] = NewYear,
        [new AnnualDate(1, 7)] = new("Рождество Христово", "Orthodox Christmas"),
        [new AnnualDate(1, 8)] = NewYear,
        [new AnnualDate(2, 23)] = new("День защитника Отечества", "Defender of the Fatherland Day"),
        [new AnnualDate(3, 8)] = new("Международный женский день", "International Women's Day"),
        [new AnnualDate(5, 1)] = new("Праздник Весны и Труда", "Spring and Labour Day"),
        [new AnnualDate(5, 9)] = new("День Победы", "Victory Day"),
        [new AnnualDate(6, 12)] = new("День России", "Russia Day"),
        [new AnnualDate(11, 4)] = new("День народного единства", "National Unity Day"),
    };

    /// <summary>The holiday on this date, whatever the day of the week; null when it is none.</summary>
    public static LocalizedName? HolidayOn(LocalDate date) =>
        Holidays.GetValueOrDefault(new AnnualDate(date.Month, date.Day));

    /// <summary>Whether the date is a Saturday or a Sunday.</summary>
    public static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    /// <summary>
    /// The year without any decree. The January holidays that fall on a weekend are not moved: art. 112 leaves
    /// them to the decree.
    /// </summary>
    public static CalendarYear Provisional(int year)
    {
        var daysOff = new Dictionary<LocalDate, DayOff>();
        foreach (var (annual, name) in Holidays.OrderBy(holiday => holiday.Key))
        {
            var date = annual.InYear(year);
            if (!IsWeekend(date))
            {
                daysOff[date] = new DayOff(date, DayOffKind.Holiday, Name: name);
            }
            else if (annual.Month != 1)
            {
                var moved = NextWorkingDay(date);
                daysOff[moved] = new DayOff(moved, DayOffKind.MovedByLaw, date, name);
            }
        }

        var shortened = Holidays.Keys
            .Select(annual => annual.InYear(year).PlusDays(-1))
            .Append(new LocalDate(year, 12, 31))
            .Where(eve => eve.Year == year && !IsWeekend(eve) && !daysOff.ContainsKey(eve));
        return new CalendarYear(year, decree: null, daysOff.Values, workingWeekends: [], shortened);
    }

    private static LocalDate NextWorkingDay(LocalDate date)
    {
        do
        {
            date = date.PlusDays(1);
        }
        while (IsWeekend(date) || HolidayOn(date) is not null);
        return date;
    }
}
