using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Checking;

/// <summary>What was acknowledged is there, at the place that every acknowledgement named.</summary>
internal static class WriteCheck
{
    public static IEnumerable<Finding> Findings(History history, Truth truth)
    {
        foreach (var operation in history.Operations.Where(operation => operation is { IsWrite: true, Outcome: Outcome.Ok }))
        {
            if (!truth.Written.Contains(operation.Id))
            {
                yield return new(FindingKind.Lost, $"acknowledged, but not stored: {operation}");
            }
            else if (truth.Written[operation.Id].All(fact => fact.Version != operation.Sequence))
            {
                yield return new(FindingKind.Reordered, $"acknowledged at {operation.Sequence}, but stored at {truth.Written[operation.Id].First().Version}: {operation}");
            }
        }

        foreach (var operation in history.Operations.Where(operation => operation is { Kind: OperationKind.Resolve, Outcome: Outcome.Ok }))
        {
            if (truth.Stream(operation.Stream).All(fact => fact.Kind != FactKind.Resolved))
            {
                yield return new(FindingKind.Lost, $"acknowledged, but the ticket was never resolved: {operation}");
            }
        }
    }
}
