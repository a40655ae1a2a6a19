using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Checking;

/// <summary>A ticket has one agent at a time, and whoever was given one has it.</summary>
internal static class TakeCheck
{
    public static IEnumerable<Finding> Findings(History history, Truth truth) => [.. truth.Tickets.SelectMany(TakenTwice), .. Acknowledged(history, truth)];

    private static IEnumerable<Finding> TakenTwice(IReadOnlyList<Fact> ticket)
    {
        var holder = Guid.Empty;
        foreach (var fact in ticket)
        {
            if (fact.Kind == FactKind.Taken && holder != Guid.Empty)
            {
                yield return new(FindingKind.DoubleTake, $"ticket {fact.Stream:N} was taken by {fact.By:N} at {fact.Version} while {holder:N} had it");
            }

            holder = TicketState.HolderAfter(holder, fact);
        }
    }

    /// <summary>Each take that was acknowledged is one stored take by that agent, and not more are stored than asked for.</summary>
    private static IEnumerable<Finding> Acknowledged(History history, Truth truth)
    {
        var given = history.Operations.Where(operation => operation is { Kind: OperationKind.TakeNext, Outcome: Outcome.Ok })
            .GroupBy(operation => (operation.Client, operation.Stream));
        foreach (var takes in given)
        {
            var agent = history.Agents.GetValueOrDefault(takes.Key.Client);
            var stored = truth.Stream(takes.Key.Stream).Count(fact => fact.Kind == FactKind.Taken && fact.By == agent);
            if (stored < takes.Count())
            {
                yield return new(FindingKind.DoubleTake, $"ticket {takes.Key.Stream:N} was given to {takes.Key.Client} {takes.Count()} times, but taken by it {stored} times");
            }
        }

        var asked = history.Operations.Where(operation => operation.Kind == OperationKind.TakeNext && operation.Outcome != Outcome.Fail)
            .CountBy(operation => history.Agents.GetValueOrDefault(operation.Client)).ToDictionary();
        foreach (var (agent, count) in truth.Streams.SelectMany(stream => stream).Where(fact => fact.Kind == FactKind.Taken).CountBy(fact => fact.By))
        {
            if (count > asked.GetValueOrDefault(agent))
            {
                yield return new(FindingKind.Phantom, $"agent {agent:N} took {count} tickets, but asked {asked.GetValueOrDefault(agent)} times");
            }
        }
    }
}
