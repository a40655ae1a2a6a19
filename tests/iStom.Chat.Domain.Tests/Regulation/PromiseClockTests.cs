using iStom.Chat.Domain.Regulation;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Regulation.MoscowTime;

namespace iStom.Chat.Domain.Tests.Regulation;

public class PromiseClockTests
{
    private static readonly PromiseClock Clock = PromiseClock.Default;

    [Theory]
    [InlineData("2026-11-16 15:00", "2026-11-18 15:00")] // Monday 15:00 is due on Wednesday 15:00
    [InlineData("2026-11-21 12:00", "2026-11-24 19:00")] // Saturday is due on Tuesday at the closing
    [InlineData("2026-11-22 23:59", "2026-11-24 19:00")] // so is Sunday night
    [InlineData("2026-11-23 10:00", "2026-11-24 19:00")] // and Monday's opening
    [InlineData("2026-11-20 19:00", "2026-11-24 19:00")] // Friday 19:00 is closed already
    [InlineData("2026-11-20 18:59", "2026-11-24 18:59")]
    [InlineData("2026-11-20 09:59", "2026-11-23 19:00")] // before the opening
    [InlineData("2026-10-30 18:00", "2026-11-03 18:00")] // ends on the eve of the holiday of 4 November
    [InlineData("2026-11-02 15:00", "2026-11-05 15:00")] // 4 November does not count
    [InlineData("2025-12-30 12:00", "2026-01-13 12:00")] // over the New Year holidays: 31 December is off by decree
    [InlineData("2026-01-08 12:00", "2026-01-13 19:00")] // 9 January is off by decree
    [InlineData("2027-02-19 12:00", "2027-02-24 12:00")] // Saturday the 20th is worked, Monday the 22nd is not
    [InlineData("2024-12-27 18:00", "2025-01-09 18:00")] // Saturday 28 December 2024 is worked
    public void Standard_is_eighteen_working_hours(string start, string due) =>
        Show(Clock.PromiseFor(SupportLevel.Standard, At(start)).Due).ShouldBe(Show(At(due)));

    [Theory]
    [InlineData("2026-11-16 15:00", "2026-11-16 17:00")]
    [InlineData("2026-11-16 17:00", "2026-11-16 19:00")]
    [InlineData("2026-11-16 18:00", "2026-11-17 11:00")]
    [InlineData("2026-11-20 18:30", "2026-11-23 11:30")]
    [InlineData("2026-11-21 03:00", "2026-11-23 12:00")]
    [InlineData("2025-12-30 18:59", "2026-01-12 11:59")]
    public void Urgent_is_two_working_hours(string start, string due) =>
        Show(Clock.PromiseFor(SupportLevel.Urgent, At(start)).Due).ShouldBe(Show(At(due)));

    [Theory]
    [InlineData("2026-11-16 15:00", "2026-11-16 15:15")]
    [InlineData("2026-01-01 00:00", "2026-01-01 00:15")]
    [InlineData("2026-12-31 23:50", "2027-01-01 00:05")]
    public void Paid_is_fifteen_minutes_round_the_clock(string start, string due) =>
        Show(Clock.PromiseFor(SupportLevel.Paid, At(start)).Due).ShouldBe(Show(At(due)));

    [Theory]
    [InlineData(SupportLevel.Standard, "2026-11-16 15:00:59.999999999", "2026-11-18 15:00")]
    [InlineData(SupportLevel.Urgent, "2026-11-20 18:59:59.5", "2026-11-23 11:59")]
    [InlineData(SupportLevel.Paid, "2026-11-16 15:00:01", "2026-11-16 15:15")]
    public void Due_is_floored_to_the_minute(SupportLevel level, string start, string due) =>
        Show(Clock.PromiseFor(level, At(start)).Due).ShouldBe(Show(At(due)));

    [Theory]
    [InlineData(SupportLevel.Standard, "2026-11-16 15:00", "2026-11-18 13:00")]
    [InlineData(SupportLevel.Standard, "2026-11-21 12:00", "2026-11-24 17:00")]
    [InlineData(SupportLevel.Standard, "2026-11-16 12:00", "2026-11-17 19:00")] // due Wednesday 12:00: the boundary is Tuesday's closing
    [InlineData(SupportLevel.Standard, "2026-11-16 11:00", "2026-11-17 18:00")]
    [InlineData(SupportLevel.Urgent, "2026-11-16 15:00", "2026-11-16 16:00")]
    [InlineData(SupportLevel.Urgent, "2026-11-20 18:00", "2026-11-20 19:00")] // not Monday 10:00
    [InlineData(SupportLevel.Urgent, "2026-11-21 03:00", "2026-11-23 11:00")]
    [InlineData(SupportLevel.Urgent, "2026-11-16 15:00:30", "2026-11-16 16:00")] // due is floored, so is the guard's beginning
    [InlineData(SupportLevel.Paid, "2026-11-16 15:00:30", "2026-11-16 15:00:30")] // from the start
    public void A_ticket_is_at_risk_once_no_more_than_the_guard_is_left(SupportLevel level, string start, string atRisk) =>
        Show(Clock.PromiseFor(level, At(start)).AtRiskAt).ShouldBe(Show(At(atRisk)));

    [Fact]
    public void Remaining_is_counted_time_and_never_negative()
    {
        var promise = Clock.PromiseFor(SupportLevel.Standard, At("2026-11-20 15:00"));
        Clock.Remaining(promise, At("2026-11-20 15:00")).ShouldBe(Duration.FromHours(18));
        Clock.Remaining(promise, At("2026-11-20 19:00")).ShouldBe(Duration.FromHours(14));
        Clock.Remaining(promise, At("2026-11-22 12:00")).ShouldBe(Duration.FromHours(14));
        Clock.Remaining(promise, At("2026-11-24 14:59")).ShouldBe(Duration.FromMinutes(1));
        Clock.Remaining(promise, At("2026-11-24 15:00")).ShouldBe(Duration.Zero);
        Clock.Remaining(promise, At("2026-12-24 15:00")).ShouldBe(Duration.Zero);
    }

    [Fact]
    public void Remaining_of_a_paid_promise_runs_at_night()
    {
        var promise = Clock.PromiseFor(SupportLevel.Paid, At("2026-11-22 03:00"));
        Clock.Remaining(promise, At("2026-11-22 03:10")).ShouldBe(Duration.FromMinutes(5));
    }

    [Theory]
    [InlineData("2026-11-16 10:00", true)]
    [InlineData("2026-11-16 09:59:59.999999999", false)]
    [InlineData("2026-11-16 18:59:59.999999999", true)]
    [InlineData("2026-11-16 19:00", false)]
    [InlineData("2026-11-21 12:00", false)]
    [InlineData("2026-11-04 12:00", false)]
    [InlineData("2027-02-20 12:00", true)]
    [InlineData("2027-02-22 12:00", false)]
    public void Working_time_is_half_open_on_working_days(string at, bool counts)
    {
        Clock.CountsAt(SupportLevel.Standard, At(at)).ShouldBe(counts);
        Clock.CountsAt(SupportLevel.Urgent, At(at)).ShouldBe(counts);
        Clock.CountsAt(SupportLevel.Paid, At(at)).ShouldBeTrue();
    }

    [Fact]
    public void A_raised_level_is_never_due_later_than_what_was_promised_before()
    {
        var before = Clock.PromiseFor(SupportLevel.Standard, At("2026-11-16 15:00"));
        var raised = Clock.PromiseFor(SupportLevel.Urgent, At("2026-11-18 14:00"), before.Due);
        Show(raised.Due).ShouldBe("2026-11-18 15:00:00");
        Show(raised.AtRiskAt).ShouldBe("2026-11-18 14:00:00");
        Clock.PromiseFor(SupportLevel.Urgent, At("2026-11-17 11:00"), before.Due).Due.ShouldBe(At("2026-11-17 13:00"));
    }

    [Fact]
    public void A_raise_after_the_due_instant_leaves_the_miss_a_miss()
    {
        var before = Clock.PromiseFor(SupportLevel.Standard, At("2026-11-16 15:00"));
        var raised = Clock.PromiseFor(SupportLevel.Urgent, At("2026-11-18 16:00"), before.Due);
        raised.Due.ShouldBe(before.Due);
        raised.AtRiskAt.ShouldBe(raised.Start);
    }

    [Fact]
    public void A_promise_knows_its_editions()
    {
        var inYear = Clock.PromiseFor(SupportLevel.Standard, At("2026-11-16 15:00"));
        inYear.RegulationEdition.ShouldBe(RegulationEdition.Current.Name);
        inYear.CalendarEdition.ShouldBe(ProductionCalendar.Embedded[2026].Edition);
        inYear.Provisional.ShouldBeFalse();

        var overNewYear = Clock.PromiseFor(SupportLevel.Standard, At("2026-12-30 15:00"));
        overNewYear.CalendarEdition.ShouldBe($"{ProductionCalendar.Embedded[2026].Edition} {ProductionCalendar.Embedded[2027].Edition}");
    }

    [Fact]
    public void A_promise_that_reaches_into_a_year_without_its_decree_is_provisional()
    {
        Clock.PromiseFor(SupportLevel.Standard, At("2027-12-29 18:00")).Provisional.ShouldBeTrue();
        Clock.PromiseFor(SupportLevel.Standard, At("2027-12-28 18:00")).Provisional.ShouldBeFalse();
        Clock.PromiseFor(SupportLevel.Urgent, At("2030-05-14 12:00")).Provisional.ShouldBeTrue();
    }

    [Fact]
    public void A_paid_promise_does_not_depend_on_the_calendar() =>
        Clock.PromiseFor(SupportLevel.Paid, At("2030-05-14 12:00")).Provisional.ShouldBeFalse();

    [Fact]
    public void Importing_the_decree_moves_a_provisional_promise()
    {
        var start = At("2028-01-03 12:00");
        var moved = new LocalDate(2028, 1, 10);
        var decree = Decree.Parse("Постановление Правительства РФ от 20.09.2027 № 1");
        var year = LabourCode.Provisional(2028);
        var imported = new CalendarYear(
            2028, decree, year.DaysOff.Append(new DayOff(moved, DayOffKind.MovedByDecree, new LocalDate(2028, 1, 1), Decree: decree)), [], year.Shortened);
        var clock = new PromiseClock(ProductionCalendar.Embedded.With(imported), RegulationEdition.Current);

        var (before, after) = (Clock.PromiseFor(SupportLevel.Urgent, start), clock.PromiseFor(SupportLevel.Urgent, start));
        Show(before.Due).ShouldBe("2028-01-10 12:00:00");
        Show(after.Due).ShouldBe("2028-01-11 12:00:00");
        after.Provisional.ShouldBeFalse();
        string.Equals(after.CalendarEdition, before.CalendarEdition, StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void Shortened_days_are_whole_unless_the_setting_says_otherwise()
    {
        var start = At("2026-11-02 15:00"); // the 3rd is shortened by the Labour Code
        Show(Clock.PromiseFor(SupportLevel.Standard, start).Due).ShouldBe("2026-11-05 15:00:00");

        var shorter = new PromiseClock(
            ProductionCalendar.Embedded,
            RegulationEdition.Current with { Name = "regulation-1-short-eves", ShortenedDayBy = Duration.FromHours(1) });
        Show(shorter.PromiseFor(SupportLevel.Standard, start).Due).ShouldBe("2026-11-05 16:00:00");
        shorter.CountsAt(SupportLevel.Standard, At("2026-11-03 18:00")).ShouldBeFalse();
        shorter.CountsAt(SupportLevel.Standard, At("2026-11-03 17:59")).ShouldBeTrue();
    }

    [Fact]
    public void The_zone_is_the_tz_databases_Moscow_and_not_a_fixed_offset() =>
        // Until 26 October 2014 the clock in Moscow was at UTC+4.
        Clock.WorkingTime.NextOpening(Instant.FromUtc(2014, 10, 23, 0, 0)).ShouldBe(Instant.FromUtc(2014, 10, 23, 6, 0));

    [Fact]
    public void The_desk_knows_until_when_it_is_open_and_when_it_opens_again()
    {
        Clock.WorkingTime.NextClosing(At("2026-11-20 12:00")).ShouldBe(At("2026-11-20 19:00"));
        Clock.WorkingTime.NextOpening(At("2026-11-20 19:00")).ShouldBe(At("2026-11-23 10:00"));
        Clock.WorkingTime.PreviousClosing(At("2026-11-22 12:00")).ShouldBe(At("2026-11-20 19:00"));
    }

    [Fact]
    public void An_unknown_level_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Clock.PromiseFor((SupportLevel)7, At("2026-11-16 15:00")));
}
