using iStom.Chat.Domain.People;
using NodaTime;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.People;

public class PaidCoverTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Moscow"];
    private static readonly AgentId Able = new(new("00000000-0000-7000-8000-000000000001"));
    private static readonly AgentId Unable = new(new("00000000-0000-7000-8000-000000000002"));
    private static readonly HashSet<AgentId> Staff = [Able];

    // 2026-11-23 is a Monday.
    private static readonly Instant Begins = At(2026, 11, 23, 19, 0);
    private static readonly Instant Ends = At(2026, 11, 24, 10, 0);

    [Fact]
    public void A_shift_that_runs_with_somebody_there_is_covered_whoever_was_planned() =>
        Find([Night(agent: null)], At(2026, 11, 24, 3, 0), isSomebodyThere: true).ShouldBeNull();

    [Fact]
    public void A_shift_that_runs_over_midnight_with_nobody_at_the_desk_is_an_absence() =>
        Find([Night(Able)], At(2026, 11, 24, 3, 0)).ShouldBe(new(Begins, Ends, IsAbsence: true));

    [Fact]
    public void It_is_over_at_its_last_instant()
    {
        Find([Night(Able)], Ends - Duration.FromMilliseconds(1)).ShouldNotBeNull();
        Find([Night(Able)], Ends).ShouldBeNull();
    }

    [Fact]
    public void One_that_nobody_is_found_for_is_told_twelve_hours_ahead()
    {
        Find([Night(agent: null)], Begins - PaidCover.Ahead).ShouldBeNull();
        Find([Night(agent: null)], Begins - PaidCover.Ahead + Duration.FromMinutes(1)).ShouldBe(new(Begins, Ends, IsAbsence: false));
    }

    [Fact]
    public void Whoever_has_lost_the_right_is_nobody_and_a_second_one_is_enough()
    {
        Find([Night(Unable)], Begins - Duration.FromHours(1)).ShouldNotBeNull();
        Find([Night(Unable), Night(Able)], Begins - Duration.FromHours(1)).ShouldBeNull();
    }

    [Fact]
    public void Ordinary_shifts_are_nobodys_worry() =>
        Find([Night(agent: null) with { Kind = ShiftKind.Ordinary }], Begins).ShouldBeNull();

    [Fact]
    public void A_date_is_once_and_a_weekday_every_week()
    {
        var once = Night(agent: null) with { Weekday = null, Date = new(2026, 11, 23) };
        Find([once], Begins).ShouldNotBeNull();
        Find([once], Begins + Duration.FromDays(7)).ShouldBeNull();
        Find([Night(agent: null)], Begins + Duration.FromDays(7)).ShouldNotBeNull();
    }

    [Fact]
    public void A_line_is_either_weekly_or_dated()
    {
        Night(Able).IsSound().ShouldBeTrue();
        (Night(Able) with { Date = new(2026, 11, 23) }).IsSound().ShouldBeFalse();
        (Night(Able) with { Weekday = null }).IsSound().ShouldBeFalse();
        (Night(Able) with { Weekday = (IsoDayOfWeek)9 }).IsSound().ShouldBeFalse();
        (Night(Able) with { Kind = (ShiftKind)9 }).IsSound().ShouldBeFalse();
    }

    private static Instant At(int year, int month, int day, int hour, int minute) => Zone.AtStrictly(new(year, month, day, hour, minute)).ToInstant();

    private static PaidGap? Find(Shift[] roster, Instant now, bool isSomebodyThere = false) => PaidCover.Find(roster, Staff, isSomebodyThere, now, Zone);

    private static Shift Night(AgentId? agent) =>
        new(new(Guid.NewGuid()), agent, "", ShiftKind.PaidDuty, IsoDayOfWeek.Monday, Date: null, new(19, 0), new(10, 0));
}
