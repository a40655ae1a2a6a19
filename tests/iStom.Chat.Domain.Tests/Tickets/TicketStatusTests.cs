using iStom.Chat.Domain.Tickets;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;

namespace iStom.Chat.Domain.Tests.Tickets;

/// <summary>The ticket's life: the status follows from phase, wait and agent.</summary>
public class TicketStatusTests
{
    [Theory]
    [InlineData(TicketPhase.Open, true, false, TicketStatus.Waiting)]
    [InlineData(TicketPhase.Open, true, true, TicketStatus.InProgress)]
    [InlineData(TicketPhase.Open, false, true, TicketStatus.AwaitingCustomer)]
    [InlineData(TicketPhase.Open, false, false, TicketStatus.AwaitingCustomer)]
    [InlineData(TicketPhase.WithDevelopment, true, false, TicketStatus.WithDevelopment)]
    [InlineData(TicketPhase.WithDevelopment, true, true, TicketStatus.WithDevelopment)]
    [InlineData(TicketPhase.WithDevelopment, false, true, TicketStatus.WithDevelopment)]
    [InlineData(TicketPhase.WithDevelopment, false, false, TicketStatus.WithDevelopment)]
    [InlineData(TicketPhase.Resolved, false, true, TicketStatus.Resolved)]
    [InlineData(TicketPhase.Resolved, false, false, TicketStatus.Resolved)]
    [InlineData(TicketPhase.Closed, false, true, TicketStatus.Closed)]
    [InlineData(TicketPhase.Closed, false, false, TicketStatus.Closed)]
    public void The_status_is_derived(TicketPhase phase, bool waits, bool taken, TicketStatus status)
    {
        var ticket = TicketSpec.Fold(Opened(Mon("12:00")), Waits(Mon("12:00"))) with { Phase = phase, Assignee = taken ? One : null };
        (waits ? ticket : ticket with { Wait = null }).Status.ShouldBe(status);
    }

    [Fact]
    public void A_ticket_lives_from_waiting_to_closed()
    {
        ITicketEvent[] life =
        [
            Opened(Mon("12:00")), Waits(Mon("12:00")), Taken(Mon("12:05")), new Reacted(One, InTime: true, Mon("12:15")), Waits(Mon("12:20")),
            new Reacted(One, InTime: true, Mon("12:25")), new HandedToDevelopment(Actor.Of(One), Mon("12:30")),
            new TicketResolved(Resolution.ByAgent, Actor.Of(One), Wed("12:00")), new TicketClosed(Actor.Desk, Wed("12:00")),
        ];
        Enumerable.Range(2, life.Length - 1).Select(length => TicketSpec.Fold(life[..length]).Status).ShouldBe(
        [
            TicketStatus.Waiting, TicketStatus.InProgress, TicketStatus.AwaitingCustomer, TicketStatus.InProgress,
            TicketStatus.AwaitingCustomer, TicketStatus.WithDevelopment, TicketStatus.Resolved, TicketStatus.Closed,
        ]);
    }

    [Theory]
    [InlineData(TicketPhase.Open, true)]
    [InlineData(TicketPhase.WithDevelopment, true)]
    [InlineData(TicketPhase.Resolved, false)]
    [InlineData(TicketPhase.Closed, false)]
    public void It_is_live_until_it_is_resolved(TicketPhase phase, bool live) =>
        (TicketSpec.Fold(Opened(Mon("12:00"))) with { Phase = phase }).IsLive.ShouldBe(live);
}
