using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

public class ClaimTests
{
    [Fact]
    public void A_claim_raises_the_open_ticket_from_the_moment_it_is_made()
    {
        var ticket = Given(InHand()).When(ticket => Claim(ticket, Clean, Tue("11:00")))
            .Then(
                new CriticalityClaimed(RequestKind.WorkStopped, Counts: true, Customer, Tue("11:00")),
                new PromiseChanged(
                    Clock.PromiseFor(SupportLevel.Urgent, Tue("11:00"), notLaterThan: Wed("12:00")),
                    PromiseChangeReason.LevelRaised, Missed: false, Customer, Tue("11:00")));
        ticket.Criticality.ShouldBe(Criticality.Claimed);
        ticket.Kind.ShouldBe(RequestKind.WorkStopped);
        ticket.Wait!.Promise.Due.ShouldBe(Tue("13:00"));
        ticket.Status.ShouldBe(TicketStatus.InProgress);
    }

    [Fact]
    public void A_claim_while_nobody_waits_starts_a_wait()
    {
        var ticket = Given(Answered()).When(ticket => Claim(ticket, Clean, Tue("11:00")))
            .Then(new CriticalityClaimed(RequestKind.WorkStopped, Counts: true, Customer, Tue("11:00")), WaitsUrgently(Tue("11:00")));
        ticket.Status.ShouldBe(TicketStatus.InProgress);
        ticket.Wait!.Promise.Due.ShouldBe(Tue("13:00"));
    }

    [Fact]
    public void A_claim_in_doubt_while_nobody_waits_starts_a_wait_on_the_old_level() => Given(Answered())
        .When(ticket => Claim(ticket, Doubted, Tue("11:00")))
        .Then(new CriticalityClaimed(RequestKind.WorkStopped, Counts: false, Customer, Tue("11:00")), Waits(Tue("11:00")))
        .Level.ShouldBe(SupportLevel.Standard);

    [Fact]
    public void An_agent_who_notes_a_customers_claim_makes_nobody_wait() => Given(Answered())
        .When(ticket => TicketClassification.Claim(
            ticket, RequestKind.CriticalError, Clean, Actor.Of(One), Tariff.Standard, Clock, Tue("11:00")))
        .Then(new CriticalityClaimed(RequestKind.CriticalError, Counts: true, Actor.Of(One), Tue("11:00")))
        .Wait.ShouldBeNull();

    [Fact]
    public void After_two_rejected_claims_an_agent_decides_before_the_lane_changes()
    {
        var ticket = Given(InHand()).When(ticket => Claim(ticket, Doubted, Tue("11:00")))
            .Then(new CriticalityClaimed(RequestKind.WorkStopped, Counts: false, Customer, Tue("11:00")));
        ticket.Criticality.ShouldBe(Criticality.Normal);
        ticket.HasUndecidedClaim.ShouldBeTrue();
        ticket.Wait!.Promise.Due.ShouldBe(Wed("12:00"));
    }

    [Fact]
    public void Another_open_claim_of_theirs_stands_in_the_way() => Given(InHand())
        .When(ticket => Claim(ticket, OneOpen, Tue("11:00"))).ThenRefused(TicketRefusals.ClaimOpen);

    [Fact]
    public void The_same_claim_again_is_nothing_new_even_if_it_is_taken_for_the_open_one()
    {
        Given(Claimed(Mon("12:00"))).When(ticket => Claim(ticket, OneOpen, Mon("12:01"))).ThenNothingNew();
        Given(ClaimedInDoubt(Mon("12:00"))).When(ticket => Claim(ticket, OneOpen, Mon("12:01"))).ThenNothingNew();
    }

    [Fact]
    public void A_confirmed_claim_needs_no_other() => Given([.. Claimed(Mon("12:00")), new CriticalityConfirmed(One, Mon("12:10"))])
        .When(ticket => Claim(ticket, Clean, Mon("12:20"))).ThenNothingNew();

    [Fact]
    public void A_claim_may_be_made_again_after_it_was_declined()
    {
        var ticket = Given([.. Claimed(Mon("12:00")), new CriticalityRejected(One, "Работает", Customer, Mon("12:10")),
                new PromiseChanged(Standard(Mon("12:00")), PromiseChangeReason.LevelFell, Missed: false, Actor.Of(One), Mon("12:10"))])
            .When(ticket => Claim(ticket, Clean with { RejectedLately = 1 }, Tue("11:00")))
            .Then(
                new CriticalityClaimed(RequestKind.WorkStopped, Counts: true, Customer, Tue("11:00")),
                new PromiseChanged(
                    Clock.PromiseFor(SupportLevel.Urgent, Tue("11:00"), notLaterThan: Wed("12:00")),
                    PromiseChangeReason.LevelRaised, Missed: false, Customer, Tue("11:00")));
        ticket.Criticality.ShouldBe(Criticality.Claimed);
    }

    [Theory]
    [InlineData(RequestKind.Question)]
    [InlineData(RequestKind.FirstInstallation)]
    [InlineData(RequestKind.Training)]
    public void Only_restore_work_is_claimed(RequestKind kind) => Given(InHand())
        .When(ticket => TicketClassification.Claim(ticket, kind, Clean, Customer, Tariff.Standard, Clock, Mon("13:00")))
        .ThenRefused(TicketRefusals.NotRestoreWork);

    [Fact]
    public void Nothing_is_claimed_on_a_resolved_ticket() => Given(Resolved())
        .When(ticket => Claim(ticket, Clean, Mon("13:00"))).ThenRefused(TicketRefusals.NotLive);

    private static Decision<ITicketEvent[]> Claim(Ticket ticket, ClaimHistory history, Instant now) =>
        TicketClassification.Claim(ticket, RequestKind.WorkStopped, history, Customer, Tariff.Standard, Clock, now);
}
