using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Regulation;

public class BusinessCalendarProperties
{
    private static readonly Duration Nanosecond = Duration.FromNanoseconds(1);

    [Fact]
    public void It_agrees_with_counting_minute_by_minute() => Holds(200, test =>
    {
        var (calendar, oracle) = (test.Calendar, test.Oracle);
        var amount = Duration.FromMinutes(test.Minutes);
        var due = calendar.Add(test.Start, amount);
        due.ShouldBe(oracle.Add(test.Start, test.Minutes), "add");
        calendar.Subtract(test.Start, amount).ShouldBe(oracle.Subtract(test.Start, test.Minutes), "subtract");
        calendar.Between(test.Start, test.Start + amount).ShouldBe(Duration.FromMinutes(oracle.Between(test.Start, test.Start + amount)), "between");
        calendar.NextOpening(test.Start).ShouldBe(oracle.NextOpening(test.Start), "next opening");
        calendar.NextClosing(test.Start).ShouldBe(oracle.NextClosing(test.Start), "next closing");
        calendar.PreviousClosing(test.Start).ShouldBe(oracle.PreviousClosing(test.Start), "previous closing");
        for (var time = test.Start; time < test.Start + Duration.FromHours(30); time += Duration.FromMinutes(15))
        {
            calendar.IsOpen(time).ShouldBe(oracle.IsOpen(time), $"open at {time}");
        }
    });

    [Fact]
    public void What_is_added_is_what_lies_between() => Holds(500, test =>
    {
        var amount = Duration.FromMinutes(test.Minutes) + Nanosecond;
        var (calendar, start) = (test.Calendar, test.Start + Duration.FromNanoseconds(123_456_789));
        calendar.Between(start, calendar.Add(start, amount)).ShouldBe(amount);
        calendar.Between(calendar.Subtract(start, amount), start).ShouldBe(amount);
        calendar.Add(start, -amount).ShouldBe(calendar.Subtract(start, amount));
    });

    [Fact]
    public void Adding_gives_the_earliest_such_instant_and_subtracting_the_latest() => Holds(300, test =>
    {
        var amount = Duration.FromMinutes(test.Minutes + 1);
        var (calendar, start) = (test.Calendar, test.Start);
        calendar.Between(start, calendar.Add(start, amount) - Nanosecond).ShouldBe(amount - Nanosecond);
        calendar.Between(calendar.Subtract(start, amount) + Nanosecond, start).ShouldBe(amount - Nanosecond);
    });

    [Fact]
    public void Adding_is_monotone_in_start_and_amount_and_adds_up() => Holds(300, test =>
    {
        var (calendar, start) = (test.Calendar, test.Start);
        var (first, second) = (Duration.FromMinutes(test.Minutes), Duration.FromMinutes(37));
        calendar.Add(start, first + second).ShouldBe(calendar.Add(calendar.Add(start, first), second));
        calendar.Add(start, first + Nanosecond).ShouldBeGreaterThan(calendar.Add(start, first));
        calendar.Add(start + second, first).ShouldBeGreaterThanOrEqualTo(calendar.Add(start, first));
    });

    [Fact]
    public void Between_is_signed_and_adds_up() => Holds(300, test =>
    {
        var (calendar, start) = (test.Calendar, test.Start);
        var (middle, end) = (start + Duration.FromMinutes(test.Minutes), start + Duration.FromHours(99));
        calendar.Between(end, start).ShouldBe(-calendar.Between(start, end));
        (calendar.Between(start, middle) + calendar.Between(middle, end)).ShouldBe(calendar.Between(start, end));
    });

    [Fact]
    public void The_openings_between_two_instants_sum_up_to_the_time_between_them() => Holds(300, test =>
    {
        var (start, end) = (test.Start, test.Start + Duration.FromMinutes(3 * test.Minutes));
        var calendar = test.Calendar;
        var openings = calendar.OpeningsBetween(start, end);
        openings.Aggregate(Duration.Zero, (sum, opening) => sum + opening.Duration).ShouldBe(calendar.Between(start, end));
        openings.All(opening => opening.Start >= start && opening.End <= end && opening.Duration > Duration.Zero).ShouldBeTrue("inside");
        openings.Zip(openings.Skip(1)).All(pair => pair.First.End < pair.Second.Start).ShouldBeTrue("apart");
        openings.All(opening => calendar.IsOpen(opening.Start) && (opening.End == end || !calendar.IsOpen(opening.End))).ShouldBeTrue("whole");
    });

    [Fact]
    public void Answers_do_not_depend_on_what_was_asked_before() => Holds(100, test =>
    {
        var (fresh, used) = (test.Calendar, test.Calendar);
        used.IsOpen(test.Start + Duration.FromDays(9 * 365));
        used.Subtract(test.Start - Duration.FromDays(9 * 365), Duration.FromDays(200));
        used.Add(test.Start, Duration.FromMinutes(test.Minutes)).ShouldBe(fresh.Add(test.Start, Duration.FromMinutes(test.Minutes)));
        used.NextClosing(test.Start).ShouldBe(fresh.NextClosing(test.Start));
        used.PreviousClosing(test.Start).ShouldBe(fresh.PreviousClosing(test.Start));
    });

    private static void Holds(int times, Action<RandomCase> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true), Prop.ForAll(RandomCalendars.Cases, property));
}
