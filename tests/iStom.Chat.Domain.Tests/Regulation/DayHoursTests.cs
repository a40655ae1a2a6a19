using iStom.Chat.Domain.Regulation;
using NodaTime;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Regulation;

public class DayHoursTests
{
    private static readonly DayHours WithLunch = DayHours.Of([Range(14, 19), Range(10, 13)]);

    [Fact]
    public void Stretches_are_kept_in_order_of_time() =>
        WithLunch.Ranges.ShouldBe([Range(10, 13), Range(14, 19)]);

    [Fact]
    public void The_length_leaves_breaks_out() => WithLunch.Length.ShouldBe(Duration.FromHours(8));

    [Fact]
    public void Hours_may_end_at_midnight() => Range(19, 0).Length.ShouldBe(Duration.FromHours(5));

    [Fact]
    public void All_day_is_twenty_four_hours() => DayHours.AllDay.Length.ShouldBe(Duration.FromHours(24));

    [Theory]
    [InlineData(19, 10)]
    [InlineData(10, 10)]
    public void Reversed_or_empty_hours_are_refused(int from, int until) =>
        Should.Throw<ArgumentException>(() => Range(from, until)).Message.ShouldContain("reversed or empty");

    [Theory]
    [InlineData(10, 14, 13, 19)]
    [InlineData(10, 0, 13, 19)]
    [InlineData(0, 0, 0, 0)]
    public void Overlapping_hours_are_refused(int from, int until, int otherFrom, int otherUntil) =>
        Should.Throw<ArgumentException>(() => DayHours.Of([Range(from, until), Range(otherFrom, otherUntil)])).Message.ShouldContain("overlap");

    [Fact]
    public void Touching_hours_are_allowed() => DayHours.Of([Range(10, 14), Range(14, 19)]).Length.ShouldBe(Duration.FromHours(9));

    [Fact]
    public void The_closing_time_is_closed()
    {
        WithLunch.Contains(new LocalTime(10, 0)).ShouldBeTrue();
        WithLunch.Contains(new LocalTime(13, 0)).ShouldBeFalse();
        WithLunch.Contains(new LocalTime(18, 59, 59)).ShouldBeTrue();
        WithLunch.Contains(new LocalTime(19, 0)).ShouldBeFalse();
        DayHours.AllDay.Contains(LocalTime.MaxValue).ShouldBeTrue();
    }

    [Fact]
    public void A_shorter_day_loses_its_end()
    {
        WithLunch.ShortenedBy(Duration.FromHours(1)).Ranges.ShouldBe([Range(10, 13), Range(14, 18)]);
        WithLunch.ShortenedBy(Duration.FromHours(6)).Ranges.ShouldBe([Range(10, 12)]);
        WithLunch.ShortenedBy(Duration.FromHours(9)).IsClosed.ShouldBeTrue();
        DayHours.AllDay.ShortenedBy(Duration.Zero).Ranges.ShouldBe(DayHours.AllDay.Ranges);
        Should.Throw<ArgumentOutOfRangeException>(() => WithLunch.ShortenedBy(Duration.FromHours(-1)));
    }

    [Fact]
    public void A_week_is_closed_but_for_the_days_named()
    {
        var week = WorkingWeek.Closed.With(IsoDayOfWeek.Saturday, WithLunch);
        week[IsoDayOfWeek.Saturday].ShouldBe(WithLunch);
        week[IsoDayOfWeek.Monday].IsClosed.ShouldBeTrue();
        WorkingWeek.MondayToFriday(WithLunch)[IsoDayOfWeek.Friday].ShouldBe(WithLunch);
        WorkingWeek.MondayToFriday(WithLunch)[IsoDayOfWeek.Saturday].IsClosed.ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => week[IsoDayOfWeek.None]);
    }

    private static HoursRange Range(int from, int until) => new(new LocalTime(from, 0), new LocalTime(until, 0));
}
