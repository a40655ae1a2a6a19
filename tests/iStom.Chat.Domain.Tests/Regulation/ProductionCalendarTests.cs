using iStom.Chat.Domain.Regulation;
using NodaTime;
using NodaTime.Text;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Regulation;

public class ProductionCalendarTests
{
    private static readonly ProductionCalendar Calendar = ProductionCalendar.Embedded;

    [Theory]
    [InlineData(2023, 247, 1973, new[] { 17, 18, 22, 20, 20, 21, 21, 23, 21, 22, 21, 21 })]
    [InlineData(2024, 248, 1979, new[] { 17, 20, 20, 21, 20, 19, 23, 22, 21, 23, 21, 21 })]
    [InlineData(2025, 247, 1972, new[] { 17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22 })]
    [InlineData(2026, 247, 1972, new[] { 15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22 })]
    [InlineData(2027, 247, 1972, new[] { 15, 19, 22, 22, 19, 21, 22, 22, 22, 21, 20, 22 })]
    public void Working_days_and_norm_hours_are_the_official_ones(int year, int days, int normHours, int[] months)
    {
        Calendar[year].WorkingDays.ShouldBe(days);
        Enumerable.Range(1, 12).Select(month => Calendar.WorkingDays(year, month)).ShouldBe(months);
        ((days * 8) - Calendar[year].Shortened.Length).ShouldBe(normHours);
        Calendar.IsProvisional(year).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-01-09", DayOffKind.MovedByDecree, "2026-01-03", null)]
    [InlineData("2026-11-04", DayOffKind.Holiday, null, "День народного единства")]
    [InlineData("2026-03-09", DayOffKind.MovedByLaw, "2026-03-08", "Международный женский день")]
    [InlineData("2026-03-08", DayOffKind.Holiday, null, "Международный женский день")] // a Sunday, and a holiday
    [InlineData("2026-11-21", DayOffKind.Weekend, null, null)]
    [InlineData("2027-02-22", DayOffKind.MovedByDecree, "2027-02-20", null)]
    [InlineData("2025-05-08", DayOffKind.MovedByDecree, "2025-02-23", null)] // the decree moved what the law would have moved to the 24th
    public void A_day_off_knows_why(string date, DayOffKind kind, string? movedFrom, string? name)
    {
        var reason = Calendar.DayOffOn(Date(date)).ShouldNotBeNull();
        reason.Kind.ShouldBe(kind);
        reason.MovedFrom.ShouldBe(movedFrom is null ? null : Date(movedFrom));
        reason.Name?.Russian.ShouldBe(name);
        Calendar.IsWorkingDay(Date(date)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-11-05")]
    [InlineData("2025-02-24")]
    [InlineData("2027-02-20")]
    [InlineData("2024-12-28")]
    public void A_working_day_has_no_such_reason(string date)
    {
        Calendar.IsWorkingDay(Date(date)).ShouldBeTrue();
        Calendar.DayOffOn(Date(date)).ShouldBeNull();
    }

    [Fact]
    public void A_working_Saturday_names_the_day_off_that_was_given_for_it()
    {
        var saturday = Calendar.WorkingWeekendOn(new LocalDate(2027, 2, 20)).ShouldNotBeNull();
        saturday.RestMovedTo.ShouldBe(new LocalDate(2027, 2, 22));
        saturday.Decree!.Number.ShouldBe("1187");
        Calendar.WorkingWeekendOn(new LocalDate(2027, 2, 13)).ShouldBeNull();
        Calendar.WorkingWeekendOn(new LocalDate(2027, 2, 19)).ShouldBeNull();
    }

    [Fact]
    public void A_year_names_its_decree()
    {
        var decree = Calendar[2026].Decree.ShouldNotBeNull();
        decree.Number.ShouldBe("1466");
        decree.Date.ShouldBe(new LocalDate(2025, 9, 24));
        Calendar.DayOffOn(new LocalDate(2026, 1, 9))!.Decree.ShouldBe(decree);
    }

    [Theory]
    [InlineData("2026-04-30", true)]
    [InlineData("2027-02-20", true)]
    [InlineData("2026-04-29", false)]
    public void Eves_of_holidays_are_shortened(string date, bool shortened) => Calendar.IsShortened(Date(date)).ShouldBe(shortened);

    [Fact]
    public void An_edition_is_short_and_changes_with_the_days_and_not_with_the_reading()
    {
        var year = Calendar[2026];
        year.Edition.ShouldBe("ru-2026/1466/" + year.Edition[^8..]);
        ProductionCalendar.Embedded[2026].Edition.ShouldBe(year.Edition);
        var same = new CalendarYear(2026, year.Decree, year.DaysOff, year.WorkingWeekends, year.Shortened);
        var other = new CalendarYear(2026, year.Decree, year.DaysOff.Skip(1), year.WorkingWeekends, year.Shortened);
        same.Edition.ShouldBe(year.Edition);
        other.Edition[..13].ShouldBe(year.Edition[..13]);
        string.Equals(other.Edition, year.Edition, StringComparison.Ordinal).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-11-22", null)]
    [InlineData("2027-09-30", null)]
    [InlineData("2027-10-01", 2028)]
    [InlineData("2027-12-31", 2028)]
    [InlineData("2028-01-01", 2028)]
    public void From_the_first_of_October_the_next_year_is_missing(string today, int? missing) =>
        Calendar.MissingYearAsOf(Date(today)).ShouldBe(missing);

    [Fact]
    public void An_import_makes_a_new_calendar_and_leaves_the_old_one()
    {
        var imported = LabourCode.Provisional(2028);
        var year = new CalendarYear(2028, Calendar[2027].Decree, imported.DaysOff, [], imported.Shortened);
        var later = Calendar.With(year);
        later.IsProvisional(2028).ShouldBeFalse();
        later.MissingYearAsOf(new LocalDate(2027, 12, 1)).ShouldBeNull();
        later.Years.Count.ShouldBe(Calendar.Years.Count + 1);
        Calendar.IsProvisional(2028).ShouldBeTrue();
    }

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
}
