using FsCheck;
using FsCheck.Fluent;
using iStom.Chat.Domain.Regulation;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Regulation.MoscowTime;

namespace iStom.Chat.Domain.Tests.Regulation;

public class PromiseProperties
{
    private static readonly PromiseClock Clock = PromiseClock.Default;
    private static readonly Duration Nanosecond = Duration.FromNanoseconds(1);

    /// <summary>A level and a millisecond of 2023 to 2028, half of them at a whole hour, where the boundaries are.</summary>
    private static Arbitrary<(SupportLevel Level, Instant Start)> Waits { get; } = Arb.From(
        from level in Gen.Elements(Enum.GetValues<SupportLevel>())
        from hour in Gen.Choose(0, 6 * 365 * 24)
        from milliseconds in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, 3_599_999)))
        select (level, At("2023-01-01 00:00") + Duration.FromHours(hour) + Duration.FromMilliseconds(milliseconds)));

    [Fact]
    public void Due_is_the_budget_after_the_start_to_the_minute() => Holds((level, start) =>
    {
        var promise = Clock.PromiseFor(level, start);
        var budget = Clock.Regulation.TermsOf(level).Budget;
        promise.Start.ShouldBe(start);
        (promise.Due.ToUnixTimeTicks() % NodaConstants.TicksPerMinute).ShouldBe(0);
        Clock.Remaining(promise, start).ShouldBeInRange(budget - Duration.FromMinutes(1) + Nanosecond, budget);
    });

    [Fact]
    public void Due_agrees_with_a_walk_over_the_days() => Holds((level, start) =>
    {
        if (level != SupportLevel.Paid)
        {
            Clock.PromiseFor(level, start).Due.ShouldBe(Walk(start, Clock.Regulation.TermsOf(level).Budget));
        }
    });

    [Fact]
    public void At_risk_is_the_earliest_instant_with_no_more_than_the_guard_left() => Holds((level, start) =>
    {
        var promise = Clock.PromiseFor(level, start);
        var guard = Clock.Regulation.TermsOf(level).Guard;
        promise.AtRiskAt.ShouldBeInRange(promise.Start, promise.Due);
        Clock.Remaining(promise, promise.AtRiskAt).ShouldBeLessThanOrEqualTo(guard);
        if (promise.AtRiskAt > start)
        {
            Clock.Remaining(promise, promise.AtRiskAt - Nanosecond).ShouldBeGreaterThan(guard);
        }
    });

    [Fact]
    public void A_due_instant_is_never_an_opening() => Holds((level, start) =>
    {
        if (level != SupportLevel.Paid)
        {
            Clock.PromiseFor(level, WholeMinute(start)).Due.InZone(Clock.Regulation.Zone).TimeOfDay.ShouldBeInRange(new LocalTime(10, 1), new LocalTime(19, 0));
        }
    });

    [Fact]
    public void Whoever_comes_later_is_not_promised_earlier() => Holds((level, start) =>
        Clock.PromiseFor(level, start + Duration.FromMinutes(7)).Due.ShouldBeGreaterThanOrEqualTo(Clock.PromiseFor(level, start).Due));

    [Fact]
    public void Remaining_only_falls() => Holds((level, start) =>
    {
        var promise = Clock.PromiseFor(level, start);
        var (sooner, later) = (start + Duration.FromHours(1), start + Duration.FromHours(3));
        Clock.Remaining(promise, later).ShouldBeInRange(Duration.Zero, Clock.Remaining(promise, sooner));
        Clock.Remaining(promise, promise.Due).ShouldBe(Duration.Zero);
    });

    [Fact]
    public void A_minute_before_due_a_minute_is_left() => Holds((level, start) =>
    {
        var promise = Clock.PromiseFor(level, WholeMinute(start));
        Clock.Remaining(promise, promise.Due - Duration.FromMinutes(1)).ShouldBe(Duration.FromMinutes(1));
    });

    /// <summary>Seconds after an opening are floored to it: 10:00:28 is shown, and judged, as 10:00, a closed minute after another.</summary>
    private static Instant WholeMinute(Instant start) => Instant.FromUnixTimeSeconds(start.ToUnixTimeSeconds() / 60 * 60);

    private static void Holds(Action<SupportLevel, Instant> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true),
        Prop.ForAll(Waits, wait => property(wait.Level, wait.Start)));

    /// <summary>The same by hand: day after day from ten to seven.</summary>
    private static Instant Walk(Instant start, Duration budget)
    {
        for (var date = start.InZone(Clock.Regulation.Zone).Date; ; date = date.PlusDays(1))
        {
            var opening = Instant.Max(start, (date + new LocalTime(10, 0)).InZoneStrictly(Clock.Regulation.Zone).ToInstant());
            var closing = (date + new LocalTime(19, 0)).InZoneStrictly(Clock.Regulation.Zone).ToInstant();
            if (opening >= closing || !ProductionCalendar.Embedded.IsWorkingDay(date))
            {
                continue;
            }

            if (budget <= closing - opening)
            {
                return WholeMinute(opening + budget);
            }

            budget -= closing - opening;
        }
    }
}
