using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

/// <summary>Staff confirm or decline what was claimed (§2.2.3).</summary>
public class ClaimDecisionTests
{
    private static readonly Actor Agent = Actor.Of(One);

    [Fact]
    public void Confirming_a_claim_that_counts_changes_no_promise()
    {
        var ticket = Given(Claimed(Mon("12:00"))).When(ticket => Confirm(ticket, Mon("12:10"))).Then(new CriticalityConfirmed(One, Mon("12:10")));
        ticket.Criticality.ShouldBe(Criticality.Confirmed);
        ticket.HasUndecidedClaim.ShouldBeFalse();
        ticket.Wait!.Promise.Due.ShouldBe(Mon("14:00"));
    }

    [Fact]
    public void Confirming_a_claim_in_doubt_raises_the_ticket_from_when_it_was_stated()
    {
        var ticket = Given(ClaimedInDoubt(Mon("12:00"))).When(ticket => Confirm(ticket, Mon("13:00")))
            .Then(
                new CriticalityConfirmed(One, Mon("13:00")),
                new PromiseChanged(
                    Clock.PromiseFor(SupportLevel.Urgent, Mon("12:00"), notLaterThan: Wed("12:00")),
                    PromiseChangeReason.LevelRaised, Missed: false, Agent, Mon("13:00")));
        ticket.Criticality.ShouldBe(Criticality.Confirmed);
        ticket.Kind.ShouldBe(RequestKind.WorkStopped);
        ticket.Wait!.Promise.Due.ShouldBe(Mon("14:00"));
    }

    [Fact]
    public void A_claim_of_an_earlier_wait_raises_the_new_one_from_its_start() => Given(
            [.. ClaimedInDoubt(Mon("12:00")), Taken(Mon("12:05")), new Reacted(One, InTime: true, Mon("12:10")), Waits(Tue("11:00"))])
        .When(ticket => Confirm(ticket, Tue("12:00")))
        .Then(
            new CriticalityConfirmed(One, Tue("12:00")),
            new PromiseChanged(Urgent(Tue("11:00")), PromiseChangeReason.LevelRaised, Missed: false, Agent, Tue("12:00")))
        .Wait!.Promise.Due.ShouldBe(Tue("13:00"));

    [Fact]
    public void Confirming_again_is_nothing_new() => Given([.. Claimed(Mon("12:00")), new CriticalityConfirmed(One, Mon("12:10"))])
        .When(ticket => Confirm(ticket, Mon("12:11"))).ThenNothingNew();

    [Fact]
    public void Without_a_claim_there_is_nothing_to_confirm() => Given(InHand())
        .When(ticket => Confirm(ticket, Mon("12:10"))).ThenRefused(TicketRefusals.NothingClaimed);

    [Fact]
    public void The_reason_of_a_declined_claim_stays_until_another_claim_and_goes_with_the_customer()
    {
        var declined = Fold([.. Claimed(Mon("12:00")), Declined(Mon("12:10"))]);

        declined.RejectionReason.ShouldNotBeNull();
        Ticket.Evolve(declined, new TicketErased(Agent, Mon("12:20"))).RejectionReason.ShouldBe(PersonalDataAttribute.Erased);
        Ticket.Evolve(declined, new CriticalityClaimed(RequestKind.WorkStopped, Counts: true, Agent, Mon("12:20"))).RejectionReason.ShouldBeNull();
        Ticket.Evolve(declined, new KindChanged(declined.Kind, RequestKind.Training, Reason: null, Agent, Mon("12:20"))).RejectionReason.ShouldBeNull();
    }

    [Fact]
    public void What_was_declined_is_not_confirmed_but_claimed_anew() => Given([.. Claimed(Mon("12:00")), Declined(Mon("12:10"))])
        .When(ticket => Confirm(ticket, Mon("12:11"))).ThenRefused(TicketRefusals.NothingClaimed);

    [Fact]
    public void Nothing_is_confirmed_on_a_closed_ticket() => Given(Closed())
        .When(ticket => Confirm(ticket, Mon("12:10"))).ThenRefused(TicketRefusals.NotLive);

    [Fact]
    public void A_declined_claim_becomes_a_question_that_is_counted_from_the_start_of_the_wait()
    {
        var ticket = Given(Claimed(Mon("12:00"))).When(ticket => Reject(ticket, Mon("12:10")))
            .Then(Declined(Mon("12:10")), new PromiseChanged(Standard(Mon("12:00")), PromiseChangeReason.LevelFell, Missed: false, Agent, Mon("12:10")));
        ticket.Criticality.ShouldBe(Criticality.Rejected);
        ticket.Kind.ShouldBe(RequestKind.Question);
        ticket.HasUndecidedClaim.ShouldBeFalse();
        ticket.Wait!.Promise.Due.ShouldBe(Wed("12:00"));
    }

    [Fact]
    public void A_claim_that_was_missed_before_it_was_declined_stays_missed()
    {
        ITicketEvent fell = new PromiseChanged(Standard(Mon("12:00")), PromiseChangeReason.LevelFell, Missed: true, Agent, Mon("14:01"));
        Given(Claimed(Mon("12:00"))).When(ticket => Reject(ticket, Mon("14:01"))).Then(Declined(Mon("14:01")), fell);
        Given([.. Claimed(Mon("12:00")), Taken(Mon("13:00")), Declined(Mon("14:01")), fell])
            .When(ticket => TicketWaits.AgentReplies(ticket, One, Mon("14:02"))).Then(new Reacted(One, InTime: false, Mon("14:02")));
    }

    [Fact]
    public void A_declined_claim_in_doubt_leaves_kind_and_promise_as_they_were() => Given(ClaimedInDoubt(Mon("12:00")))
        .When(ticket => Reject(ticket, Mon("12:10"))).Then(Declined(Mon("12:10")))
        .Criticality.ShouldBe(Criticality.Rejected);

    [Fact]
    public void A_confirmation_can_be_taken_back_even_of_a_claim_in_doubt()
    {
        var ticket = Given([.. ClaimedInDoubt(Mon("12:00")), new CriticalityConfirmed(One, Mon("12:10")),
                new PromiseChanged(Urgent(Mon("12:00")), PromiseChangeReason.LevelRaised, Missed: false, Agent, Mon("12:10"))])
            .When(ticket => Reject(ticket, Mon("12:20")))
            .Then(Declined(Mon("12:20")), new PromiseChanged(Standard(Mon("12:00")), PromiseChangeReason.LevelFell, Missed: false, Agent, Mon("12:20")));
        ticket.Kind.ShouldBe(RequestKind.Question);
        ticket.Level.ShouldBe(SupportLevel.Standard);
    }

    [Fact]
    public void The_rejection_tells_whose_claim_it_was() => Given([.. InHand(), new KindChanged(RequestKind.Question, RequestKind.WorkStopped, Reason: null, Agent, Mon("12:20")),
            new CriticalityClaimed(RequestKind.WorkStopped, Counts: true, Agent, Mon("12:20")),
            new PromiseChanged(Urgent(Mon("12:20")), PromiseChangeReason.LevelRaised, Missed: false, Agent, Mon("12:20"))])
        .When(ticket => Reject(ticket, Mon("12:30")))
        .Then(
            Declined(Mon("12:30")) with { ClaimedBy = Agent },
            new PromiseChanged(Standard(Mon("12:00")), PromiseChangeReason.LevelFell, Missed: false, Agent, Mon("12:30")));

    [Fact]
    public void Declining_again_is_nothing_new() => Given([.. Claimed(Mon("12:00")), Declined(Mon("12:10"))])
        .When(ticket => Reject(ticket, Mon("12:11"))).ThenNothingNew();

    [Fact]
    public void Without_a_claim_there_is_nothing_to_decline() => Given(InHand())
        .When(ticket => Reject(ticket, Mon("12:10"))).ThenRefused(TicketRefusals.NothingClaimed);

    [Theory]
    [InlineData(null)]
    [InlineData(" \n ")]
    public void A_claim_is_not_declined_without_a_reason(string? reason) => Given(Claimed(Mon("12:00")))
        .When(ticket => Reject(ticket, Mon("12:10"), reason)).ThenRefused(TicketRefusals.ReasonMissing);

    [Fact]
    public void A_reason_is_no_longer_than_a_message() => Given(Claimed(Mon("12:00")))
        .When(ticket => Reject(ticket, Mon("12:10"), new string('я', MessageText.MaxLength + 1))).ThenRefused(ConversationRefusals.TextTooLong);

    [Fact]
    public void Nothing_is_declined_on_a_resolved_ticket() => Given(Resolved())
        .When(ticket => Reject(ticket, Mon("13:00"))).ThenRefused(TicketRefusals.NotLive);

    private static CriticalityRejected Declined(Instant at) => new(One, "Работает", Customer, at);

    private static Decision<ITicketEvent[]> Confirm(Ticket ticket, Instant now) => TicketClassification.Confirm(ticket, One, Clock, now);

    private static Decision<ITicketEvent[]> Reject(Ticket ticket, Instant now, string? reason = " Работает ") =>
        TicketClassification.Reject(ticket, One, reason, Clock, now);
}
