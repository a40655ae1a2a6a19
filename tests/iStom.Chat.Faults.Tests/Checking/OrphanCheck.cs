using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Checking;

/// <summary>Whoever waits is where somebody sees it: in the queue, or with an agent who is there.</summary>
internal static class OrphanCheck
{
    public static IEnumerable<Finding> Findings(History history, Truth truth) =>
        [.. truth.Tickets.SelectMany(ticket => Orphans(history, ticket)), .. Uncounted(history, truth), .. history.Desertions.SelectMany(Deserted)];

    /// <summary>An agent's tickets whose customers wait.</summary>
    public static IEnumerable<Guid> WaitingFor(Guid agent, IReadOnlyList<Fact> facts) =>
        from ticket in new Truth(facts).Tickets
        where TicketState.Of(ticket) is { IsLive: true, Waits: true } state && state.Holder == agent
        select ticket[0].Stream;

    /// <summary>Nobody waits for an agent who is gone.</summary>
    private static IEnumerable<Finding> Deserted(Desertion desertion) =>
        WaitingFor(desertion.Agent, desertion.Facts).Select(ticket => new Finding(FindingKind.OrphanTake, $"ticket {ticket:N} waits for {desertion.Agent:N}, who is gone"));

    /// <summary>A desk shows the beginning of a long queue, and how long it is.</summary>
    private static IEnumerable<Finding> Uncounted(History history, Truth truth)
    {
        var waiting = truth.Tickets.Select(TicketState.Of).Count(state => state is { IsLive: true, Waits: true } && state.Holder == Guid.Empty);
        return history.Desks.Where(desk => desk.Waiting != waiting)
            .Select(desk => new Finding(FindingKind.OrphanTake, $"{waiting} tickets wait, but the desk of {desk.Agent:N} counts {desk.Waiting}"));
    }

    private static IEnumerable<Finding> Orphans(History history, IReadOnlyList<Fact> ticket)
    {
        var (id, state) = (ticket[0].Stream, TicketState.Of(ticket));
        var holders = history.Desks.Where(desk => desk.Mine.Contains(id)).Select(desk => desk.Agent).ToList();
        var isQueued = history.Desks.Any(desk => desk.Queue.Contains(id));
        var isAllShown = history.Desks.Any(desk => desk.Queue.Count == desk.Waiting);
        if (history.Desks.Count == 0 || !state.IsLive)
        {
            yield break;
        }

        if (state.Holder == Guid.Empty && state.Waits && isAllShown && !isQueued)
        {
            yield return new(FindingKind.OrphanTake, $"ticket {id:N} waits, but is in nobody's queue");
        }

        if (state.Holder != Guid.Empty && (isQueued || !holders.SequenceEqual([state.Holder])))
        {
            yield return new(FindingKind.OrphanTake, $"ticket {id:N} is {state.Holder:N}'s, but {(isQueued ? "in the queue" : $"on the desks of [{string.Join(", ", holders)}]")}");
        }
    }
}
