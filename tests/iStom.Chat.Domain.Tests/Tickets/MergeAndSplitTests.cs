using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

public class MergeAndSplitTests
{
    private static readonly TicketMerged Merged = new(Other, "IS-2026-000002", Actor.Of(Two), Tue("12:00"));
    private static readonly TicketSplit Split = new(Other, "IS-2026-000002", Actor.Of(Two), Tue("12:00"));

    [Fact]
    public void A_merged_ticket_goes_on_in_another_one_and_is_closed()
    {
        var ticket = Given(Answered()).When(ticket => Merge(ticket, Target())).Then(Merged);
        ticket.Status.ShouldBe(TicketStatus.Closed);
        ticket.MergedInto.ShouldBe(Other);
    }

    [Fact]
    public void A_customer_who_waits_in_both_goes_on_waiting_where_the_promise_is_no_later()
    {
        Given(InHand()).When(ticket => Merge(ticket, Target(Waits(Mon("12:00"))))).Then(Merged).Wait.ShouldBeNull();
        Given(InHand()).When(ticket => Merge(ticket, Target(Waits(Mon("11:00"))))).Then(Merged);
    }

    [Fact]
    public void A_wait_is_not_merged_into_a_ticket_on_which_nobody_waits() => Given(InHand())
        .When(ticket => Merge(ticket, Target())).ThenRefused(TicketRefusals.CustomerWaits);

    [Fact]
    public void A_wait_is_not_merged_into_one_that_began_later() => Given(InHand())
        .When(ticket => Merge(ticket, Target(Waits(Mon("12:01"))))).ThenRefused(TicketRefusals.CustomerWaits);

    [Fact]
    public void A_wait_is_not_merged_into_one_that_began_later_and_is_due_sooner() => Given(InHand())
        .When(ticket => Merge(ticket, Target(WaitsUrgently(Mon("13:00"))))).ThenRefused(TicketRefusals.CustomerWaits);

    [Fact]
    public void An_urgent_wait_is_not_merged_into_one_that_is_due_later() => Given(Opened(Mon("12:00"), RequestKind.FirstInstallation), WaitsUrgently(Mon("12:00")))
        .When(ticket => Merge(ticket, Target(Waits(Mon("11:00"))))).ThenRefused(TicketRefusals.CustomerWaits);

    [Fact]
    public void A_miss_is_not_merged_away()
    {
        ITicketEvent[] missed = [Opened(Mon("12:00"), RequestKind.FirstInstallation), WaitsUrgently(Mon("12:00")),
            new PromiseChanged(Standard(Mon("12:00")), PromiseChangeReason.LevelFell, Missed: true, Actor.Of(One), Mon("15:00"))];
        Given(missed).When(ticket => Merge(ticket, Target(Waits(Mon("11:00"))))).ThenRefused(TicketRefusals.CustomerWaits);
        Given(missed).When(ticket => Merge(ticket, Target([.. missed[1..]]))).Then(Merged);
    }

    [Fact]
    public void An_undecided_claim_is_not_merged_away() => Given(ClaimedInDoubt(Mon("12:00")))
        .When(ticket => Merge(ticket, Target(Waits(Mon("11:00"))))).ThenRefused(TicketRefusals.ClaimUndecided);

    [Fact]
    public void Merging_again_is_nothing_new() => Given([.. Answered(), Merged])
        .When(ticket => Merge(ticket, Target())).ThenNothingNew();

    [Fact]
    public void A_ticket_does_not_go_on_in_itself() => Given(Answered())
        .When(ticket => Merge(ticket, ticket)).ThenRefused(TicketRefusals.MergeWithItself);

    [Fact]
    public void Whoever_asked_elsewhere_would_never_read_the_answer() => Given(Answered())
        .When(ticket => Merge(ticket, Target() with { Conversation = new(Guid.Empty) })).ThenRefused(TicketRefusals.MergeAcrossConversations);

    [Fact]
    public void Nothing_is_merged_that_is_over_on_either_side()
    {
        Given(Resolved()).When(ticket => Merge(ticket, Target())).ThenRefused(TicketRefusals.NotLive);
        Given(Answered()).When(ticket => Merge(ticket, Target() with { Phase = TicketPhase.Resolved })).ThenRefused(TicketRefusals.NotLive);
    }

    [Fact]
    public void A_second_problem_is_split_off_and_the_ticket_goes_on()
    {
        var ticket = Given(InHand()).When(ticket => SplitOff(ticket)).Then(Split);
        ticket.SplitInto.ShouldBe([Other]);
        ticket.Status.ShouldBe(TicketStatus.InProgress);
    }

    [Fact]
    public void The_second_problem_has_waited_as_long_as_the_first()
    {
        var source = Fold(InHand());
        var opened = Opened(Tue("12:00")) with { Ticket = Other, Follows = Id, By = Actor.Of(Two) };
        var ticket = Fold(TicketOpening.Open(opened, Tariff.Standard, Clean, Clock, since: source.Wait!.Start).Value);
        ticket.Wait!.Promise.Due.ShouldBe(Wed("12:00"));
        ticket.Follows.ShouldBe(Id);
    }

    [Fact]
    public void Splitting_off_the_same_again_is_nothing_new() => Given([.. InHand(), Split]).When(SplitOff).ThenNothingNew();

    [Fact]
    public void Nothing_is_split_off_a_resolved_ticket() => Given(Resolved()).When(SplitOff).ThenRefused(TicketRefusals.NotLive);

    private static Ticket Target(params ITicketEvent[] then) =>
        Fold([Opened(Mon("11:00")) with { Ticket = Other, Number = "IS-2026-000002" }, .. then]);

    private static Decision<ITicketEvent[]> Merge(Ticket ticket, Ticket into) => TicketEnding.Merge(ticket, into, Two, Tue("12:00"));

    private static Decision<ITicketEvent[]> SplitOff(Ticket ticket) =>
        TicketEnding.Split(ticket, Other, "IS-2026-000002", Two, Tue("12:00"));
}
