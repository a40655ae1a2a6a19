using iStom.Chat.Domain.Tickets;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

public class EndingTests
{
    private static readonly Actor Agent = Actor.Of(One);
    private static readonly DevelopmentItemId Item = new(new("00000000-0000-0000-0000-0000000000d1"));

    [Fact]
    public void The_tickets_agent_resolves_it()
    {
        var ticket = Given(Answered()).When(ticket => TicketEnding.Resolve(ticket, One, Mon("12:30"))).Then(Resolved()[^1]);
        ticket.Status.ShouldBe(TicketStatus.Resolved);
        ticket.ResolvedAt.ShouldBe(Mon("12:30"));
        ticket.IsLive.ShouldBeFalse();
    }

    [Fact]
    public void Resolving_again_is_nothing_new() => Given(Resolved())
        .When(ticket => TicketEnding.Resolve(ticket, One, Mon("12:31"))).ThenNothingNew();

    [Fact]
    public void Nothing_is_resolved_over_a_customer_who_waits() => Given(InHand())
        .When(ticket => TicketEnding.Resolve(ticket, One, Mon("12:30"))).ThenRefused(TicketRefusals.CustomerWaits);

    [Fact]
    public void Nobody_resolves_a_colleagues_ticket() => Given(Answered())
        .When(ticket => TicketEnding.Resolve(ticket, Two, Mon("12:30"))).ThenRefused(TicketRefusals.NotYours);

    [Fact]
    public void What_is_closed_is_not_resolved() => Given(Closed())
        .When(ticket => TicketEnding.Resolve(ticket, One, Mon("12:30"))).ThenRefused(TicketRefusals.NotLive);

    [Theory]
    [InlineData(Resolution.ByVisitor)]
    [InlineData(Resolution.Withdrawn)]
    [InlineData(Resolution.SelfHelp)]
    public void A_visitor_who_no_longer_asks_ends_the_wait_as_withdrawn(Resolution how)
    {
        var ticket = Given(Opened(Mon("12:00")), Waits(Mon("12:00")))
            .When(ticket => TicketEnding.ResolveByVisitor(ticket, how, Mon("12:01")))
            .Then(new WaitWithdrawn(Customer, InTime: true, Mon("12:01")), new TicketResolved(how, Customer, Mon("12:01")));
        ticket.Status.ShouldBe(TicketStatus.Resolved);
        ticket.Wait.ShouldBeNull();
    }

    [Fact]
    public void A_promise_that_was_missed_is_not_mended_by_withdrawing() => Given(InHand())
        .When(ticket => TicketEnding.ResolveByVisitor(ticket, Resolution.Withdrawn, Wed("12:01")))
        .Then(new WaitWithdrawn(Customer, InTime: false, Wed("12:01")), new TicketResolved(Resolution.Withdrawn, Customer, Wed("12:01")));

    [Fact]
    public void A_visitor_who_was_answered_says_that_it_helped() => Given(Answered())
        .When(ticket => TicketEnding.ResolveByVisitor(ticket, Resolution.ByVisitor, Mon("13:00")))
        .Then(new TicketResolved(Resolution.ByVisitor, Customer, Mon("13:00"))).Status.ShouldBe(TicketStatus.Resolved);

    [Fact]
    public void A_visitor_who_says_so_again_says_nothing_new() => Given(Resolved())
        .When(ticket => TicketEnding.ResolveByVisitor(ticket, Resolution.ByVisitor, Mon("13:00"))).ThenNothingNew();

    [Fact]
    public void A_visitor_cannot_resolve_what_is_closed() => Given(Closed())
        .When(ticket => TicketEnding.ResolveByVisitor(ticket, Resolution.ByVisitor, Mon("13:00"))).ThenRefused(TicketRefusals.NotLive);

    [Fact]
    public void A_visitor_never_resolves_as_an_agent() => Should.Throw<ArgumentOutOfRangeException>(
        () => TicketEnding.ResolveByVisitor(Fold(Answered()), Resolution.ByAgent, Mon("13:00")));

    [Fact]
    public void An_agent_opens_a_resolved_ticket_again_and_nobody_waits()
    {
        var ticket = Given(Resolved()).When(ticket => TicketEnding.Reopen(ticket, Two, Mon("13:00")))
            .Then(new TicketReopened(Actor.Of(Two), Mon("13:00")));
        ticket.Status.ShouldBe(TicketStatus.AwaitingCustomer);
        ticket.Assignee.ShouldBe(One);
        ticket.ResolvedAt.ShouldBeNull();
    }

    [Fact]
    public void Opening_what_is_open_is_nothing_new() => Given(Answered())
        .When(ticket => TicketEnding.Reopen(ticket, One, Mon("13:00"))).ThenNothingNew();

    [Fact]
    public void Closed_is_for_good() => Given(Closed())
        .When(ticket => TicketEnding.Reopen(ticket, One, Mon("13:00"))).ThenRefused(TicketRefusals.NotResolved);

    [Fact]
    public void Seven_days_after_its_resolution_a_ticket_is_closed()
    {
        var now = Mon("12:30") + Duration.FromDays(7);
        Given(Resolved()).When(ticket => TicketEnding.CloseIfOld(ticket, now - Duration.Epsilon)).ThenNothingNew();
        Given(Resolved()).When(ticket => TicketEnding.CloseIfOld(ticket, now)).Then(new TicketClosed(Actor.Desk, now))
            .Status.ShouldBe(TicketStatus.Closed);
    }

    [Fact]
    public void What_is_not_resolved_or_closed_already_is_not_closed()
    {
        Given(Answered()).When(ticket => TicketEnding.CloseIfOld(ticket, Mon("12:30") + Duration.FromDays(70))).ThenNothingNew();
        Given(Closed()).When(ticket => TicketEnding.CloseIfOld(ticket, Mon("12:30") + Duration.FromDays(70))).ThenNothingNew();
    }

    [Fact]
    public void What_is_handed_to_development_keeps_its_agent_and_its_promise()
    {
        var ticket = Given(InHand()).When(ticket => TicketEnding.HandToDevelopment(ticket, One, Item, "Касса", Mon("13:00")))
            .Then(new HandedToDevelopment(Agent, Mon("13:00"), Item, "Касса"));
        ticket.Status.ShouldBe(TicketStatus.WithDevelopment);
        ticket.Assignee.ShouldBe(One);
        ticket.Wait.ShouldBe(Fold(InHand()).Wait);
    }

    [Fact]
    public void Handing_it_to_development_again_is_nothing_new() => Given([.. InHand(), new HandedToDevelopment(Agent, Mon("13:00"), Item, "Касса")])
        .When(ticket => TicketEnding.HandToDevelopment(ticket, One, Item, "Касса", Mon("13:01"))).ThenNothingNew();

    [Fact]
    public void Nobody_hands_a_colleagues_ticket_to_development() => Given(InHand())
        .When(ticket => TicketEnding.HandToDevelopment(ticket, Two, Item, "Касса", Mon("13:00"))).ThenRefused(TicketRefusals.NotYours);

    [Fact]
    public void A_resolved_ticket_is_not_handed_to_development() => Given(Resolved())
        .When(ticket => TicketEnding.HandToDevelopment(ticket, One, Item, "Касса", Mon("13:00"))).ThenRefused(TicketRefusals.NotLive);
}
