using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;

namespace iStom.Chat.Domain.Tests.Queue;

public class QueueOrderTests
{
    [Fact]
    public void A_morning_at_the_desk()
    {
        var (now, yesterday) = (Tue("12:00"), Mon("11:00"));
        QueueEntry[] queue =
        [
            Entry("7 claimed later", SupportLevel.Urgent, Tue("11:50"), Criticality.Claimed),
            Entry("6 claimed", SupportLevel.Urgent, Tue("11:40"), Criticality.Claimed),
            Entry("5 confirmed last of all", SupportLevel.Urgent, Tue("11:59"), Criticality.Confirmed),
            Entry("4 paid, due 12:10", SupportLevel.Paid, Tue("11:55")),
            Entry("3 urgent, due 12:30", SupportLevel.Urgent, Tue("10:30")),
            Entry("2 urgent but fresh", SupportLevel.Urgent, Tue("11:30")),
            Entry("1 yesterday's question", SupportLevel.Standard, yesterday),
            Entry("0 yesterday's declined claim", SupportLevel.Standard, yesterday, Criticality.Rejected),
        ];
        QueueOrder.Sort(queue, now).Select(entry => entry.Number).ShouldBe(
        [
            "5 confirmed last of all", "6 claimed", "7 claimed later", "4 paid, due 12:10", "3 urgent, due 12:30",
            "0 yesterday's declined claim", "1 yesterday's question", "2 urgent but fresh",
        ]);
    }

    [Fact]
    public void A_question_passes_the_earlier_ones_only_when_its_own_promise_is_near()
    {
        var question = Entry("1", SupportLevel.Standard, Mon("12:00"));
        var installation = Entry("2", SupportLevel.Urgent, Mon("13:00"));
        QueueOrder.Compare(question, installation, Mon("13:59")).ShouldBeLessThan(0);
        QueueOrder.Compare(question, installation, Mon("14:00")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_place_counts_those_ahead()
    {
        new QueuePlace(1, Lane.InTurn, QueueReason.InTurn).Ahead.ShouldBe(0);
        new QueuePlace(4, Lane.InTurn, QueueReason.InTurn).Ahead.ShouldBe(3);
    }

    [Fact]
    public void An_empty_queue_has_an_order_too() => QueueOrder.Sort([], Mon("12:00")).ShouldBeEmpty();

    [Fact]
    public void A_ticket_that_waits_for_nobody_in_particular_is_in_the_queue()
    {
        var promise = Urgent(Mon("12:00"));
        QueueEntry.Of(Folded(Claimed(Mon("12:00")))).ShouldBe(new QueueEntry(
            Id, "IS-2026-000001", SupportLevel.Urgent, Criticality.Claimed, Mon("12:00"), promise.Due, promise.AtRiskAt));
    }

    [Fact]
    public void A_returned_ticket_has_its_original_start() => QueueEntry.Of(Folded(
            [.. InHand(), new TicketReleased(One, ReleaseReason.AgentAway, Actor.Desk, Tue("10:00"))]))
        .ShouldNotBeNull().Since.ShouldBe(Mon("12:00"));

    [Fact]
    public void With_an_agent_or_without_a_wait_or_resolved_it_is_not()
    {
        QueueEntry.Of(Folded(InHand())).ShouldBeNull();
        QueueEntry.Of(Folded([.. Answered(), new TicketReleased(One, ReleaseReason.ByAgent, Actor.Of(One), Mon("12:20"))])).ShouldBeNull();
        QueueEntry.Of(Folded([Opened(Mon("12:00")), Waits(Mon("12:00"))]) with { Phase = TicketPhase.Resolved }).ShouldBeNull();
        QueueEntry.Of(Folded([Opened(Mon("12:00")), Waits(Mon("12:00"))]) with { Phase = TicketPhase.Closed }).ShouldBeNull();
    }

    [Fact]
    public void A_ticket_that_is_with_development_waits_in_the_queue_if_no_agent_has_it() =>
        QueueEntry.Of(Folded([Opened(Mon("12:00")), Waits(Mon("12:00"))]) with { Phase = TicketPhase.WithDevelopment }).ShouldNotBeNull();

    private static Ticket Folded(ITicketEvent[] events) => Tickets.TicketSpec.Fold(events);

    private static QueueEntry Entry(string number, SupportLevel level, Instant since, Criticality criticality = Criticality.Normal)
    {
        var promise = Clock.PromiseFor(level, since);
        return new(Id, number, level, criticality, since, promise.Due, promise.AtRiskAt);
    }
}
