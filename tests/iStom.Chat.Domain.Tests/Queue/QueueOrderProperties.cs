using FsCheck;
using FsCheck.Fluent;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using NodaTime;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Queue;

public class QueueOrderProperties
{
    [Fact]
    public void It_is_total_and_antisymmetric() => HoldsForPairs((a, b, now) =>
    {
        Math.Sign(QueueOrder.Compare(a, b, now)).ShouldBe(-Math.Sign(QueueOrder.Compare(b, a, now)));
        (QueueOrder.Compare(a, b, now) == 0).ShouldBe(a.Number == b.Number);
    });

    [Fact]
    public void It_is_transitive() => Holds(queue =>
    {
        var (entries, now) = (queue.Entries, queue.Now);
        foreach (var (a, b, c) in from a in entries from b in entries from c in entries select (a, b, c))
        {
            if (QueueOrder.Compare(a, b, now) <= 0 && QueueOrder.Compare(b, c, now) <= 0)
            {
                QueueOrder.Compare(a, c, now).ShouldBeLessThanOrEqualTo(0);
            }
        }
    });

    [Fact]
    public void It_does_not_depend_on_how_the_tickets_are_listed() => Holds(queue =>
    {
        var sorted = QueueOrder.Sort(queue.Entries, queue.Now);
        QueueOrder.Sort(queue.Entries.Reverse(), queue.Now).ShouldBe(sorted);
        QueueOrder.Sort(queue.Entries.OrderBy(entry => entry.Due).ThenBy(entry => entry.Number, StringComparer.Ordinal), queue.Now).ShouldBe(sorted);
        sorted.ShouldBe(queue.Entries, ignoreOrder: true);
    });

    [Fact]
    public void Critical_goes_before_at_risk_before_in_turn() => HoldsForPairs((a, b, now) =>
    {
        var (first, second) = (QueueOrder.LaneOf(a, now), QueueOrder.LaneOf(b, now));
        if ((first, second) is (Lane.Critical, Lane.AtRisk) or (Lane.Critical, Lane.InTurn) or (Lane.AtRisk, Lane.InTurn))
        {
            QueueOrder.Compare(a, b, now).ShouldBeLessThan(0);
        }
    });

    [Fact]
    public void Confirmed_goes_before_claimed_and_each_in_the_order_of_arrival() => HoldsForPairs((a, b, now) =>
    {
        switch (a.Criticality, b.Criticality)
        {
            case (Criticality.Confirmed, Criticality.Claimed):
                QueueOrder.Compare(a, b, now).ShouldBeLessThan(0);
                break;
            case (Criticality.Confirmed, Criticality.Confirmed) or (Criticality.Claimed, Criticality.Claimed) when a.Since < b.Since:
                QueueOrder.Compare(a, b, now).ShouldBeLessThan(0);
                break;
        }
    });

    [Fact]
    public void At_risk_goes_by_the_due_instant() => HoldsForPairs((a, b, now) =>
    {
        if (Both(a, b, Lane.AtRisk, now) && (a.Due < b.Due || (a.Due == b.Due && a.Since < b.Since)))
        {
            QueueOrder.Compare(a, b, now).ShouldBeLessThan(0);
        }
    });

    [Fact]
    public void Nobody_in_turn_passes_somebody_who_came_earlier() => HoldsForPairs((a, b, now) =>
    {
        if (Both(a, b, Lane.InTurn, now) && a.Since < b.Since)
        {
            QueueOrder.Compare(a, b, now).ShouldBeLessThan(0);
        }
    });

    [Fact]
    public void The_last_tie_break_is_the_number() => HoldsForPairs((a, b, now) =>
    {
        var twin = a with { Number = b.Number };
        Math.Sign(QueueOrder.Compare(a, twin, now)).ShouldBe(Math.Sign(string.CompareOrdinal(a.Number, b.Number)));
    });

    [Fact]
    public void Time_alone_puts_a_ticket_at_risk_and_never_back() => HoldsForPairs((entry, _, now) =>
    {
        var calm = entry with { Criticality = Criticality.Normal };
        QueueOrder.LaneOf(calm, calm.AtRiskAt - Duration.Epsilon).ShouldBe(Lane.InTurn);
        QueueOrder.LaneOf(calm, calm.AtRiskAt).ShouldBe(Lane.AtRisk);
        QueueOrder.LaneOf(calm, Instant.Max(now, calm.AtRiskAt)).ShouldBe(Lane.AtRisk);
    });

    [Fact]
    public void A_declined_claim_stands_like_any_question() => HoldsForPairs((entry, _, now) =>
        QueueOrder.LaneOf(entry with { Criticality = Criticality.Rejected }, now)
            .ShouldBe(QueueOrder.LaneOf(entry with { Criticality = Criticality.Normal }, now)));

    [Fact]
    public void The_reason_says_the_lane() => HoldsForPairs((entry, _, now) =>
        QueueOrder.ReasonOf(entry, now).ShouldBe((QueueOrder.LaneOf(entry, now), entry.Criticality) switch
        {
            (Lane.Critical, Criticality.Confirmed) => QueueReason.RestoreWorkConfirmed,
            (Lane.Critical, _) => QueueReason.RestoreWorkClaimed,
            (Lane.AtRisk, _) => QueueReason.DeadlineNear,
            _ => QueueReason.InTurn,
        }));

    private static bool Both(QueueEntry a, QueueEntry b, Lane lane, Instant now) =>
        QueueOrder.LaneOf(a, now) == lane && QueueOrder.LaneOf(b, now) == lane;

    private static void HoldsForPairs(Action<QueueEntry, QueueEntry, Instant> property) => Holds(queue =>
    {
        foreach (var a in queue.Entries)
        {
            foreach (var b in queue.Entries)
            {
                property(a, b, queue.Now);
            }
        }
    });

    private static void Holds(Action<RandomQueues.Waiting> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true), Prop.ForAll(RandomQueues.All, property));
}
