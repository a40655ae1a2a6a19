using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

public class KindTests
{
    private static readonly Actor Agent = Actor.Of(One);

    [Fact]
    public void A_raised_level_runs_from_the_instant_at_which_the_agent_states_it()
    {
        var ticket = Given(InHand()).When(ticket => Change(ticket, RequestKind.FirstInstallation, Tue("11:00")))
            .Then(
                new KindChanged(RequestKind.Question, RequestKind.FirstInstallation, Reason: null, Agent, Tue("11:00")),
                new PromiseChanged(
                    Clock.PromiseFor(SupportLevel.Urgent, Tue("11:00"), notLaterThan: Wed("12:00")),
                    PromiseChangeReason.LevelRaised, Missed: false, Agent, Tue("11:00")));
        ticket.Wait!.Promise.Due.ShouldBe(Tue("13:00"));
        ticket.Wait.Start.ShouldBe(Mon("12:00"));
        ticket.Level.ShouldBe(SupportLevel.Urgent);
    }

    [Fact]
    public void A_raised_level_is_never_due_later_than_before() => Decided(InHand(), RequestKind.FirstInstallation, "11:30")
        .Wait!.Promise.Due.ShouldBe(Wed("12:00"));

    [Fact]
    public void A_raise_after_a_miss_leaves_it_a_miss()
    {
        var ticket = Decided(InHand(), RequestKind.FirstInstallation, "12:30");
        ticket.Wait!.Missed.ShouldBeTrue();
        ticket.Wait.Promise.Due.ShouldBe(Wed("12:00"));
        ticket.Wait.InTimeAt(Wed("12:31")).ShouldBeFalse();
    }

    [Fact]
    public void A_fallen_level_is_counted_from_the_start_of_the_wait()
    {
        var ticket = Given(Opened(Mon("12:00"), RequestKind.FirstInstallation), WaitsUrgently(Mon("12:00")))
            .When(ticket => Change(ticket, RequestKind.Question, Mon("13:00")))
            .Then(
                new KindChanged(RequestKind.FirstInstallation, RequestKind.Question, Reason: null, Agent, Mon("13:00")),
                new PromiseChanged(Standard(Mon("12:00")), PromiseChangeReason.LevelFell, Missed: false, Agent, Mon("13:00")));
        ticket.Wait!.Promise.Due.ShouldBe(Wed("12:00"));
        ticket.Wait.InTimeAt(Wed("12:00")).ShouldBeTrue();
    }

    [Fact]
    public void A_miss_on_the_higher_level_stays_a_miss_when_the_level_falls()
    {
        var wait = Decided([Opened(Mon("12:00"), RequestKind.FirstInstallation), WaitsUrgently(Mon("12:00"))], RequestKind.Question, "10:00").Wait!;
        wait.Promise.Due.ShouldBe(Wed("12:00"));
        wait.InTimeAt(Wed("10:01")).ShouldBeFalse();
    }

    [Fact]
    public void A_kind_of_the_same_level_changes_no_promise() => Given(InHand())
        .When(ticket => TicketClassification.ChangeKind(ticket, RequestKind.Training, One, Clock, Mon("13:00"), " просят обучить "))
        .Then(new KindChanged(RequestKind.Question, RequestKind.Training, "просят обучить", Agent, Mon("13:00")))
        .Scope.ShouldBe(Scope.OfferPaid);

    [Fact]
    public void A_kind_changes_while_nobody_waits_and_decides_the_next_wait()
    {
        ITicketEvent[] before = [.. Answered(), new KindChanged(RequestKind.Question, RequestKind.FirstInstallation, Reason: null, Agent, Mon("13:00"))];
        Given(Answered()).When(ticket => Change(ticket, RequestKind.FirstInstallation, Mon("13:00"))).Then(before[^1]);
        Given(before).When(ticket => TicketWaits.CustomerWrites(ticket, Tariff.Standard, Clock, Mon("14:00"))).Then(WaitsUrgently(Mon("14:00")));
    }

    [Fact]
    public void On_a_paid_plan_no_kind_changes_the_promise()
    {
        var wait = new WaitStarted(Tariff.Paid, Clock.PromiseFor(SupportLevel.Paid, Mon("12:00")), Mon("12:00"));
        Given(Opened(Mon("12:00")), wait).When(ticket => Change(ticket, RequestKind.FirstInstallation, Mon("12:05")))
            .Then(new KindChanged(RequestKind.Question, RequestKind.FirstInstallation, Reason: null, Agent, Mon("12:05")))
            .Level.ShouldBe(SupportLevel.Paid);
    }

    [Fact]
    public void Restore_work_set_by_an_agent_is_a_claim_that_counts_at_once()
    {
        var ticket = Given(InHand()).When(ticket => Change(ticket, RequestKind.CriticalError, Tue("11:00")))
            .Then(
                new KindChanged(RequestKind.Question, RequestKind.CriticalError, Reason: null, Agent, Tue("11:00")),
                new CriticalityClaimed(RequestKind.CriticalError, Counts: true, Agent, Tue("11:00")),
                new PromiseChanged(
                    Clock.PromiseFor(SupportLevel.Urgent, Tue("11:00"), notLaterThan: Wed("12:00")),
                    PromiseChangeReason.LevelRaised, Missed: false, Agent, Tue("11:00")));
        ticket.Criticality.ShouldBe(Criticality.Claimed);
    }

    [Fact]
    public void Between_the_kinds_of_restore_work_a_confirmation_stands()
    {
        var ticket = Given([.. Claimed(Mon("12:00")), new CriticalityConfirmed(One, Mon("12:10"))])
            .When(ticket => Change(ticket, RequestKind.CriticalError, Mon("12:20")))
            .Then(new KindChanged(RequestKind.WorkStopped, RequestKind.CriticalError, Reason: null, Agent, Mon("12:20")));
        ticket.Criticality.ShouldBe(Criticality.Confirmed);
        ticket.Claim.ShouldBe(new Claim(RequestKind.CriticalError, Mon("12:00"), Customer, Counts: true));
    }

    [Fact]
    public void What_was_restored_may_go_on_as_a_question()
    {
        var ticket = Decided([.. Claimed(Mon("12:00")), new CriticalityConfirmed(One, Mon("12:10"))], RequestKind.Question, "10:00");
        ticket.Criticality.ShouldBe(Criticality.Normal);
        ticket.Claim.ShouldBeNull();
    }

    [Fact]
    public void A_claim_that_counts_is_not_passed_over_by_another_kind() => Given(Claimed(Mon("12:00")))
        .When(ticket => Change(ticket, RequestKind.Training, Mon("12:10"))).ThenRefused(TicketRefusals.ClaimUndecided);

    [Fact]
    public void A_claim_in_doubt_is_not_passed_over_by_another_kind() => Given(ClaimedInDoubt(Mon("12:00")))
        .When(ticket => Change(ticket, RequestKind.WorkStopped, Mon("12:10"))).ThenRefused(TicketRefusals.ClaimUndecided);

    [Fact]
    public void The_same_kind_again_is_nothing_new() => Given(InHand())
        .When(ticket => Change(ticket, RequestKind.Question, Mon("13:00"))).ThenNothingNew();

    [Fact]
    public void The_kind_of_a_resolved_ticket_stays() => Given(Resolved())
        .When(ticket => Change(ticket, RequestKind.Training, Mon("13:00"))).ThenRefused(TicketRefusals.NotLive);

    [Fact]
    public void A_reason_that_is_given_is_a_text() => Given(InHand())
        .When(ticket => TicketClassification.ChangeKind(ticket, RequestKind.Training, One, Clock, Mon("13:00"), "\u0007x"))
        .ThenRefused(ConversationRefusals.TextMalformed);

    /// <summary>The state after a change on Wednesday.</summary>
    private static Ticket Decided(ITicketEvent[] before, RequestKind kind, string time) =>
        Change(Fold(before), kind, Wed(time)).Value.Aggregate(Fold(before), Ticket.Evolve);

    private static Decision<ITicketEvent[]> Change(Ticket ticket, RequestKind kind, NodaTime.Instant now) =>
        TicketClassification.ChangeKind(ticket, kind, One, Clock, now);
}
