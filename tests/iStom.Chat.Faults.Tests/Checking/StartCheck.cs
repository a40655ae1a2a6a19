using iStom.Chat.Faults.Tests.Histories;
using NodaTime;

namespace iStom.Chat.Faults.Tests.Checking;

/// <summary>A customer waits since their first unanswered message, through however many hands the ticket goes.</summary>
internal static class StartCheck
{
    public static IEnumerable<Finding> Findings(History history, Truth truth) =>
        [.. truth.Tickets.SelectMany(StartedTwice), .. Shown(history, truth)];

    private static IEnumerable<Finding> StartedTwice(IReadOnlyList<Fact> ticket)
    {
        var waits = false;
        foreach (var fact in ticket)
        {
            if (waits && fact.Kind == FactKind.WaitStarted)
            {
                yield return new(FindingKind.LateStart, $"the wait of ticket {fact.Stream:N} began anew at {fact.Version}");
            }

            waits = TicketState.WaitsAfter(waits, fact);
        }
    }

    /// <summary>Whoever takes a ticket is shown the start of the wait that is stored before that take.</summary>
    private static IEnumerable<Finding> Shown(History history, Truth truth) =>
        from operation in history.Operations
        where operation is { Kind: OperationKind.TakeNext, Outcome: Outcome.Ok }
        let agent = history.Agents.GetValueOrDefault(operation.Client)
        where !StartsOfTakes(truth.Stream(operation.Stream), agent).Contains(operation.WaitingSince)
        select new Finding(FindingKind.LateStart, $"the answer says that the customer waits since {operation.WaitingSince}, which the ticket does not: {operation}");

    private static IEnumerable<Instant?> StartsOfTakes(IReadOnlyList<Fact> ticket, Guid agent)
    {
        Instant? since = null;
        foreach (var fact in ticket)
        {
            since = fact.WaitingSince ?? since;
            if (fact.Kind == FactKind.Taken && fact.By == agent)
            {
                yield return since;
            }
        }
    }
}
