using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

public class CalendarEditTests
{
    /// <summary>A calendar by which Tuesday the 17th is a day off.</summary>
    private static readonly PromiseClock TuesdayOff = WithDayOff(new LocalDate(2026, 11, 17));

    [Fact]
    public void An_open_promise_is_made_anew_from_the_same_start()
    {
        var anew = TuesdayOff.PromiseFor(SupportLevel.Standard, Mon("12:00"));
        var ticket = Given(InHand())
            .When(ticket => TicketWaits.CalendarEdited(ticket, TuesdayOff, Mon("13:00")))
            .Then(new PromiseChanged(anew, PromiseChangeReason.CalendarEdited, Missed: false, Actor.Desk, Mon("13:00")));
        ticket.Wait!.Promise.Due.ShouldBe(Thu("12:00"));
        ticket.Wait.Start.ShouldBe(Mon("12:00"));
    }

    [Fact]
    public void The_same_calendar_again_is_nothing_new() => Given(InHand())
        .When(ticket => TicketWaits.CalendarEdited(ticket, Clock, Mon("13:00"))).ThenNothingNew();

    [Fact]
    public void A_verdict_that_was_given_stays_as_judged() => Given(Answered())
        .When(ticket => TicketWaits.CalendarEdited(ticket, TuesdayOff, Mon("13:00"))).ThenNothingNew();

    [Fact]
    public void A_miss_stays_a_miss_though_the_new_promise_is_later()
    {
        var anew = TuesdayOff.PromiseFor(SupportLevel.Standard, Mon("12:00"));
        var changed = new PromiseChanged(anew, PromiseChangeReason.CalendarEdited, Missed: true, Actor.Desk, Wed("13:00"));
        var ticket = Given(InHand()).When(ticket => TicketWaits.CalendarEdited(ticket, TuesdayOff, Wed("13:00"))).Then(changed);
        ticket.Wait!.InTimeAt(Wed("13:01")).ShouldBeFalse();
        Given([.. InHand(), changed]).When(t => TicketWaits.AgentReplies(t, One, Wed("13:01")))
            .Then(new Reacted(One, InTime: false, Wed("13:01")));
    }

    [Fact]
    public void A_raised_promise_is_again_never_later_than_what_the_wait_began_with()
    {
        var raised = Clock.PromiseFor(SupportLevel.Urgent, Wed("11:30"), notLaterThan: Wed("12:00"));
        var ticket = Given(
                Opened(Mon("12:00")), Waits(Mon("12:00")),
                new CriticalityClaimed(RequestKind.WorkStopped, Counts: true, Customer, Wed("11:30")),
                new PromiseChanged(raised, PromiseChangeReason.LevelRaised, Missed: false, Customer, Wed("11:30")))
            .When(ticket => TicketWaits.CalendarEdited(ticket, TuesdayOff, Wed("11:40")));
        var due = ticket.Then(new PromiseChanged(
            TuesdayOff.PromiseFor(SupportLevel.Urgent, Wed("11:30"), notLaterThan: Thu("12:00")),
            PromiseChangeReason.CalendarEdited, Missed: false, Actor.Desk, Wed("11:40"))).Wait!.Promise.Due;
        due.ShouldBe(Wed("13:30"));
    }

    [Fact]
    public void A_raised_promise_keeps_its_bound_when_the_calendar_moves_nothing()
    {
        var raised = Clock.PromiseFor(SupportLevel.Urgent, Wed("11:30"), notLaterThan: Wed("12:00"));
        Given(
                Opened(Mon("12:00")), Waits(Mon("12:00")),
                new CriticalityClaimed(RequestKind.WorkStopped, Counts: true, Customer, Wed("11:30")),
                new PromiseChanged(raised, PromiseChangeReason.LevelRaised, Missed: false, Customer, Wed("11:30")))
            .When(ticket => TicketWaits.CalendarEdited(ticket, Clock, Wed("11:40")))
            .ThenNothingNew();
    }

    private static PromiseClock WithDayOff(LocalDate date)
    {
        var year = ProductionCalendar.Embedded[date.Year];
        var edited = new CalendarYear(
            date.Year, year.Decree, year.DaysOff.Append(new DayOff(date, DayOffKind.MovedByDecree, new LocalDate(2026, 1, 1), Decree: year.Decree)),
            year.WorkingWeekends, year.Shortened);
        return new PromiseClock(ProductionCalendar.Embedded.With(edited), RegulationEdition.Current);
    }
}
