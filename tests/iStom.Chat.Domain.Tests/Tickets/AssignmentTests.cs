using iStom.Chat.Domain.Tickets;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

public class AssignmentTests
{
    private static readonly ITicketEvent[] InQueue = [Opened(Mon("12:00")), Waits(Mon("12:00"))];

    [Fact]
    public void Taking_a_ticket_puts_it_in_progress_and_leaves_its_wait()
    {
        var ticket = Given(InQueue).When(ticket => Take(ticket, One)).Then(Taken(Mon("12:05")));
        ticket.Status.ShouldBe(TicketStatus.InProgress);
        ticket.Assignee.ShouldBe(One);
        ticket.AssigneeName.ShouldBe("Сотрудник 1");
        ticket.Wait!.Start.ShouldBe(Mon("12:00"));
    }

    [Fact]
    public void Taking_ones_own_ticket_again_is_nothing_new() => Given(InHand())
        .When(ticket => Take(ticket, One, eligible: false)).ThenNothingNew();

    [Fact]
    public void Nobody_takes_a_ticket_from_a_colleague() => Given(InHand())
        .When(ticket => Take(ticket, Two)).ThenRefused(TicketRefusals.AlreadyTaken);

    [Fact]
    public void Skills_and_hours_must_allow_it() => Given(InQueue)
        .When(ticket => Take(ticket, One, eligible: false)).ThenRefused(TicketRefusals.NotEligible);

    [Fact]
    public void A_resolved_ticket_is_not_taken_even_by_its_agent() => Given(Resolved())
        .When(ticket => Take(ticket, One)).ThenRefused(TicketRefusals.NotLive);

    [Fact]
    public void A_ticket_given_back_is_in_the_queue_with_its_original_start()
    {
        var ticket = Given(InHand()).When(ticket => TicketAssignment.Release(ticket, One, Mon("13:00")))
            .Then(new TicketReleased(One, ReleaseReason.ByAgent, Actor.Of(One), Mon("13:00")));
        ticket.Status.ShouldBe(TicketStatus.Waiting);
        ticket.Assignee.ShouldBeNull();
        ticket.AssigneeName.ShouldBeNull();
        ticket.Wait!.Start.ShouldBe(Mon("12:00"));
    }

    [Fact]
    public void Giving_back_what_nobody_has_is_nothing_new() => Given(InQueue)
        .When(ticket => TicketAssignment.Release(ticket, One, Mon("13:00"))).ThenNothingNew();

    [Fact]
    public void Nobody_gives_back_a_colleagues_ticket() => Given(InHand())
        .When(ticket => TicketAssignment.Release(ticket, Two, Mon("13:00"))).ThenRefused(TicketRefusals.NotYours);

    [Fact]
    public void A_resolved_ticket_is_not_given_back() => Given(Resolved())
        .When(ticket => TicketAssignment.Release(ticket, One, Mon("13:00"))).ThenRefused(TicketRefusals.NotLive);

    [Fact]
    public void A_ticket_is_handed_to_a_colleague_with_its_wait()
    {
        var ticket = Given(InHand()).When(ticket => Transfer(ticket, One, Two))
            .Then(new TicketTransferred(One, Two, "Сотрудник 2", Actor.Of(One), Mon("13:00")));
        ticket.Status.ShouldBe(TicketStatus.InProgress);
        ticket.Assignee.ShouldBe(Two);
        ticket.AssigneeName.ShouldBe("Сотрудник 2");
        ticket.Wait!.Start.ShouldBe(Mon("12:00"));
    }

    [Theory]
    [InlineData(false)] // to oneself
    [InlineData(true)] // the same transfer again
    public void Handing_a_ticket_to_whoever_has_it_is_nothing_new(bool again) =>
        Given(again ? [.. InHand(), new TicketTransferred(One, Two, "Сотрудник 2", Actor.Of(One), Mon("12:59"))] : InHand())
            .When(ticket => Transfer(ticket, One, again ? Two : One)).ThenNothingNew();

    [Fact]
    public void Nobody_hands_on_a_colleagues_ticket() => Given(InHand())
        .When(ticket => Transfer(ticket, Two, new(Guid.Empty))).ThenRefused(TicketRefusals.NotYours);

    [Fact]
    public void A_closed_ticket_is_handed_to_nobody() => Given(Closed())
        .When(ticket => Transfer(ticket, One, Two)).ThenRefused(TicketRefusals.NotLive);

    [Fact]
    public void The_ticket_of_an_agent_who_stays_away_returns_with_its_original_start()
    {
        var now = Mon("12:30") + TicketAssignment.AwayLimit + Duration.Epsilon;
        var ticket = Given(InHand()).When(ticket => TicketAssignment.ReturnIfAway(ticket, lastSeen: Mon("12:30"), now))
            .Then(new TicketReleased(One, ReleaseReason.AgentAway, Actor.Desk, now));
        ticket.Status.ShouldBe(TicketStatus.Waiting);
        ticket.Wait.ShouldBe(Fold(InHand()).Wait);
    }

    [Fact]
    public void Two_minutes_away_are_not_too_long() => Given(InHand())
        .When(ticket => TicketAssignment.ReturnIfAway(ticket, Mon("12:30"), Mon("12:32"))).ThenNothingNew();

    [Fact]
    public void A_ticket_on_which_nobody_waits_stays_with_its_agent() => Given(Answered())
        .When(ticket => TicketAssignment.ReturnIfAway(ticket, Mon("12:30"), Tue("12:32"))).ThenNothingNew();

    [Fact]
    public void What_nobody_has_cannot_return() => Given(InQueue)
        .When(ticket => TicketAssignment.ReturnIfAway(ticket, Mon("12:30"), Tue("12:32"))).ThenNothingNew();

    private static Decision<ITicketEvent[]> Take(Ticket ticket, AgentId agent, bool eligible = true) =>
        TicketAssignment.Take(ticket, agent, "Сотрудник 1", eligible, Mon("12:05"));

    private static Decision<ITicketEvent[]> Transfer(Ticket ticket, AgentId by, AgentId to) =>
        TicketAssignment.Transfer(ticket, by, to, "Сотрудник 2", Mon("13:00"));
}
