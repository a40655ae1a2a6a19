using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Queue;

/// <summary>
/// The order of the waiting tickets at an instant (§1.2). Total and deterministic. A ticket becomes at risk by the
/// passing of time alone, so the lane is computed on reading; the queue's SQL says the same and is tested against this.
/// </summary>
public static class QueueOrder
{
    /// <summary>Where the ticket belongs now: critical before at risk before in turn.</summary>
    public static Lane LaneOf(QueueEntry entry, Instant now) => entry switch
    {
        { Criticality: Criticality.Confirmed or Criticality.Claimed } => Lane.Critical,
        _ => entry.AtRiskAt <= now ? Lane.AtRisk : Lane.InTurn,
    };

    /// <summary>Why it is in its lane.</summary>
    public static QueueReason ReasonOf(QueueEntry entry, Instant now) => (LaneOf(entry, now), entry.Criticality) switch
    {
        (Lane.Critical, Criticality.Confirmed) => QueueReason.RestoreWorkConfirmed,
        (Lane.Critical, _) => QueueReason.RestoreWorkClaimed,
        (Lane.AtRisk, _) => QueueReason.DeadlineNear,
        _ => QueueReason.InTurn,
    };

    /// <summary>Compares two entries as they stand at an instant; never equal for different numbers.</summary>
    public static int Compare(QueueEntry a, QueueEntry b, Instant now)
    {
        var lane = LaneOf(a, now);
        var byLane = lane.CompareTo(LaneOf(b, now));
        if (byLane != 0)
        {
            return byLane;
        }

        var within = lane switch
        {
            Lane.Critical => CompareCritical(a, b),
            Lane.AtRisk => a.Due.CompareTo(b.Due),
            _ => 0,
        };
        return within != 0 ? within : CompareArrival(a, b);
    }

    /// <summary>The entries in the order in which they are served.</summary>
    public static IReadOnlyList<QueueEntry> Sort(IEnumerable<QueueEntry> entries, Instant now)
    {
        var sorted = entries.ToList();
        sorted.Sort((a, b) => Compare(a, b, now));
        return sorted;
    }

    private static int CompareCritical(QueueEntry a, QueueEntry b) =>
        (b.Criticality == Criticality.Confirmed).CompareTo(a.Criticality == Criticality.Confirmed);

    private static int CompareArrival(QueueEntry a, QueueEntry b)
    {
        var since = a.Since.CompareTo(b.Since);
        return since != 0 ? since : string.CompareOrdinal(a.Number, b.Number);
    }
}
