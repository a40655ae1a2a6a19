using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

public class WaitTests
{
    [Fact]
    public void Several_unanswered_messages_count_from_the_first() => Given(InHand())
        .When(ticket => TicketWaits.CustomerWrites(ticket, Tariff.Standard, Clock, Tue("15:00")))
        .ThenNothingNew();

    [Fact]
    public void A_message_after_a_reaction_starts_a_new_wait_with_the_same_budget_and_the_same_agent()
    {
        var ticket = Given(Answered())
            .When(ticket => TicketWaits.CustomerWrites(ticket, Tariff.Standard, Clock, Mon("13:00")))
            .Then(Waits(Mon("13:00")));
        ticket.Status.ShouldBe(TicketStatus.InProgress);
        ticket.Assignee.ShouldBe(One);
        ticket.Wait!.Promise.Due.ShouldBe(Wed("13:00"));
    }

    [Fact]
    public void A_mail_counts_from_its_arrival_in_the_mailbox() => Given(Answered())
        .When(ticket => TicketWaits.CustomerWrites(ticket, Tariff.Standard, Clock, Mon("13:30"), since: Mon("13:00")))
        .Then(new WaitStarted(Tariff.Standard, Standard(Mon("13:00")), Mon("13:30")))
        .Wait!.Start.ShouldBe(Mon("13:00"));

    [Fact]
    public void A_mail_server_whose_clock_is_fast_gives_no_time_away() => Given(Answered())
        .When(ticket => TicketWaits.CustomerWrites(ticket, Tariff.Standard, Clock, Mon("13:30"), since: Mon("14:00")))
        .Then(Waits(Mon("13:30")));

    [Fact]
    public void A_changed_tariff_affects_the_next_wait() => Given(Answered())
        .When(ticket => TicketWaits.CustomerWrites(ticket, Tariff.Paid, Clock, Mon("13:00")))
        .Then(new WaitStarted(Tariff.Paid, Clock.PromiseFor(SupportLevel.Paid, Mon("13:00")), Mon("13:00")))
        .Level.ShouldBe(SupportLevel.Paid);

    [Fact]
    public void A_changed_tariff_leaves_the_open_wait_alone()
    {
        Given(InHand())
            .When(ticket => TicketWaits.CustomerWrites(ticket, Tariff.Paid, Clock, Mon("13:00")))
            .ThenNothingNew();
        Fold(InHand()).Wait!.Tariff.ShouldBe(Tariff.Standard);
    }

    [Fact]
    public void A_message_on_a_ticket_that_is_with_development_starts_a_wait()
    {
        var ticket = Given([.. Answered(), new HandedToDevelopment(Actor.Of(One), Mon("12:20"))])
            .When(ticket => TicketWaits.CustomerWrites(ticket, Tariff.Standard, Clock, Wed("10:00")))
            .Then(Waits(Wed("10:00")));
        ticket.Status.ShouldBe(TicketStatus.WithDevelopment);
        ticket.Wait.ShouldNotBeNull();
    }

    [Fact]
    public void A_message_reopens_a_resolved_ticket_which_goes_to_the_queue()
    {
        var ticket = Given(Resolved())
            .When(ticket => TicketWaits.CustomerWrites(ticket, Tariff.Standard, Clock, Tue("11:00")))
            .Then(
                new TicketReopened(Customer, Tue("11:00")),
                new TicketReleased(One, ReleaseReason.Reopened, Actor.Desk, Tue("11:00")),
                Waits(Tue("11:00")));
        ticket.Status.ShouldBe(TicketStatus.Waiting);
        ticket.ResolvedAt.ShouldBeNull();
    }

    [Fact]
    public void Reopening_a_ticket_that_nobody_had_releases_nobody() => Given(
            Opened(Mon("12:00")), Waits(Mon("12:00")), new WaitWithdrawn(Customer, InTime: true, Mon("12:01")),
            new TicketResolved(Resolution.SelfHelp, Customer, Mon("12:01")))
        .When(ticket => TicketWaits.CustomerWrites(ticket, Tariff.Standard, Clock, Mon("12:02")))
        .Then(new TicketReopened(Customer, Mon("12:02")), Waits(Mon("12:02")))
        .Status.ShouldBe(TicketStatus.Waiting);

    [Fact]
    public void After_closing_a_message_does_not_come_back_to_the_ticket() => Given(Closed())
        .When(ticket => TicketWaits.CustomerWrites(ticket, Tariff.Standard, Clock, Mon("12:00")))
        .ThenRefused(TicketRefusals.NotLive);

    [Theory]
    [InlineData("12:00", true)] // a reaction at exactly the due instant is in time
    [InlineData("12:00:00.000001", false)]
    public void The_first_answer_is_the_reaction_and_is_judged(string time, bool inTime)
    {
        var ticket = Given(InHand())
            .When(ticket => TicketWaits.AgentReplies(ticket, One, Wed(time)))
            .Then(new Reacted(One, inTime, Wed(time)));
        ticket.Status.ShouldBe(TicketStatus.AwaitingCustomer);
        ticket.Wait.ShouldBeNull();
        ticket.Assignee.ShouldBe(One);
    }

    [Fact]
    public void A_second_answer_is_no_second_reaction() => Given(Answered())
        .When(ticket => TicketWaits.AgentReplies(ticket, One, Mon("12:20"))).ThenNothingNew();

    [Fact]
    public void Only_the_agent_who_has_the_ticket_answers() => Given(InHand())
        .When(ticket => TicketWaits.AgentReplies(ticket, Two, Mon("12:20"))).ThenRefused(TicketRefusals.NotYours);

    [Fact]
    public void Nobody_answers_straight_from_the_queue() => Given(Opened(Mon("12:00")), Waits(Mon("12:00")))
        .When(ticket => TicketWaits.AgentReplies(ticket, One, Mon("12:20"))).ThenRefused(TicketRefusals.NotYours);

    [Fact]
    public void A_resolved_ticket_is_reopened_before_it_is_answered() => Given(Resolved())
        .When(ticket => TicketWaits.AgentReplies(ticket, One, Mon("13:00"))).ThenRefused(TicketRefusals.NotLive);

    [Theory]
    [InlineData("12:00", true)]
    [InlineData("12:01", false)] // the miss that has happened is not thanked away
    public void Thanks_need_no_answer_and_are_counted_apart(string time, bool inTime) => Given(InHand())
        .When(ticket => TicketWaits.EndWithoutAnswer(ticket, One, Wed(time)))
        .Then(new WaitEndedWithoutAnswer(One, inTime, Wed(time)))
        .Status.ShouldBe(TicketStatus.AwaitingCustomer);

    [Fact]
    public void Ending_a_wait_again_is_nothing_new() => Given([.. InHand(), new WaitEndedWithoutAnswer(One, InTime: true, Mon("12:20"))])
        .When(ticket => TicketWaits.EndWithoutAnswer(ticket, One, Mon("12:21"))).ThenNothingNew();

    [Fact]
    public void A_wait_is_ended_by_nobody_but_the_tickets_agent() => Given(InHand())
        .When(ticket => TicketWaits.EndWithoutAnswer(ticket, Two, Mon("12:20"))).ThenRefused(TicketRefusals.NotYours);

    [Fact]
    public void On_a_closed_ticket_there_is_no_wait_to_end() => Given(Closed())
        .When(ticket => TicketWaits.EndWithoutAnswer(ticket, One, Mon("12:20"))).ThenRefused(TicketRefusals.NotLive);
}
