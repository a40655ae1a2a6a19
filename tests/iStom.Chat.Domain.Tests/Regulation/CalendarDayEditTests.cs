using iStom.Chat.Domain.Regulation;
using NodaTime;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Regulation;

/// <summary>A year that is kept: written, read back, and edited day by day.</summary>
public sealed class CalendarDayEditTests
{
    private static readonly CalendarYear Year = ProductionCalendar.Embedded[2026];
    private static readonly LocalDate Tuesday = new(2026, 11, 17);
    private static readonly LocalDate Saturday = new(2026, 11, 21);

    public static TheoryData<int> Years => [.. ProductionCalendar.Embedded.Years.Keys];

    [Theory]
    [MemberData(nameof(Years))]
    public void What_is_written_is_read_back(int year)
    {
        var known = ProductionCalendar.Embedded[year];
        var again = CalendarYearReader.Read(CalendarYearWriter.Write(known));
        (again.Edition, again.Decree).ShouldBe((known.Edition, known.Decree));
        again.DaysOff.ShouldBe(known.DaysOff);
        again.WorkingWeekends.ShouldBe(known.WorkingWeekends);
    }

    [Fact]
    public void A_day_that_is_declared_off_is_not_worked_and_says_why()
    {
        var edited = Edit(new CalendarDayEdit(Tuesday, CalendarDayKind.Holiday, Name: new("Траур", "Mourning")));
        edited.IsWorkingDay(Tuesday).ShouldBeFalse();
        edited.DayOffOn(Tuesday)!.Name!.Russian.ShouldBe("Траур");
        edited.Edition.ShouldNotBe(Year.Edition, StringComparer.Ordinal);
    }

    [Fact]
    public void A_rest_that_is_moved_makes_a_weekend_worked()
    {
        var edited = Edit(new(Saturday, CalendarDayKind.Working, Tuesday), new(Tuesday, CalendarDayKind.Moved, Saturday));
        edited.IsWorkingDay(Saturday).ShouldBeTrue();
        edited.IsWorkingDay(Tuesday).ShouldBeFalse();
        edited.WorkingWeekendOn(Saturday)!.RestMovedTo.ShouldBe(Tuesday);
    }

    [Fact]
    public void An_edit_that_is_taken_back_leaves_the_same_edition()
    {
        var there = Edit(new CalendarDayEdit(Tuesday, CalendarDayKind.Shortened));
        there.IsShortened(Tuesday).ShouldBeTrue();
        there.With(Year.Decree, [new CalendarDayEdit(Tuesday, CalendarDayKind.Working)]).Edition.ShouldBe(Year.Edition);
    }

    [Fact]
    public void An_edit_without_what_its_kind_needs_is_refused()
    {
        Should.Throw<FormatException>(() => Edit(new CalendarDayEdit(Tuesday, CalendarDayKind.Holiday)));
        Should.Throw<FormatException>(() => Edit(new CalendarDayEdit(Tuesday, CalendarDayKind.Moved)));
        Should.Throw<FormatException>(() => Edit(new CalendarDayEdit(Saturday, CalendarDayKind.Working)));
        Should.Throw<FormatException>(() => Edit(new CalendarDayEdit(Tuesday, CalendarDayKind.Weekend)));
        Should.Throw<ArgumentException>(() => Edit(new CalendarDayEdit(new(2027, 1, 11), CalendarDayKind.Shortened)));
    }

    private static CalendarYear Edit(params CalendarDayEdit[] edits) => Year.With(Year.Decree, edits);
}
