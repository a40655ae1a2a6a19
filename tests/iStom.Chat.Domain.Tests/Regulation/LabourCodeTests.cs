using iStom.Chat.Domain.Regulation;
using NodaTime;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Regulation;

public class LabourCodeTests
{
    [Fact]
    public void A_provisional_year_has_the_fixed_holidays()
    {
        // In 2029 every holiday outside of January but one (4 November, a Sunday) is a weekday or moves; 1 January is a Monday.
        var year = LabourCode.Provisional(2029);
        year.IsProvisional.ShouldBeTrue();
        year.DaysOff.Where(day => day.Kind == DayOffKind.Holiday).Select(day => (day.Date.Month, day.Date.Day)).ShouldBe(
            [(1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 8), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12)]);
        year.DaysOff.Where(day => day.Kind == DayOffKind.MovedByLaw).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            day => day.Date.ShouldBe(new LocalDate(2029, 11, 5)),
            day => day.MovedFrom.ShouldBe(new LocalDate(2029, 11, 4)),
            day => day.Name!.English.ShouldBe("National Unity Day"));
        year.WorkingWeekends.ShouldBeEmpty();
    }

    [Fact]
    public void January_holidays_on_a_weekend_wait_for_the_decree()
    {
        // 1 and 2 January 2028 are a weekend; so is the 8th.
        var year = LabourCode.Provisional(2028);
        year.WorkingDaysIn(1).ShouldBe(16);
        year.IsWorkingDay(new LocalDate(2028, 1, 10)).ShouldBeTrue();
        year.DayOffOn(new LocalDate(2028, 1, 1))!.Name!.English.ShouldBe("New Year holidays");
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2026)]
    [InlineData(2027)]
    public void An_official_year_is_the_provisional_one_plus_its_decree(int number)
    {
        var (official, provisional) = (ProductionCalendar.Embedded[number], LabourCode.Provisional(number));
        official.DaysOff.Where(day => day.Kind != DayOffKind.MovedByDecree).ShouldBe(provisional.DaysOff);
        var moved = official.DaysOff.Count(day => day.Kind == DayOffKind.MovedByDecree);
        official.WorkingDays.ShouldBe(provisional.WorkingDays - moved + official.WorkingWeekends.Length);
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2026)]
    public void Without_working_weekends_the_shortened_days_are_the_eves_by_law(int number) =>
        LabourCode.Provisional(number).Shortened.Where(ProductionCalendar.Embedded.IsWorkingDay)
            .ShouldBe(ProductionCalendar.Embedded[number].Shortened);

    [Fact]
    public void Any_year_can_be_provisional()
    {
        for (var year = 1990; year <= 2200; year++)
        {
            LabourCode.Provisional(year).WorkingDays.ShouldBeInRange(246, 252, $"{year}");
        }
    }
}
