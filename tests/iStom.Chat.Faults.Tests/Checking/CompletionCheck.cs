using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Checking;

/// <summary>
/// Everything ends: calls in a healthy system within the limit, messages with an answer that tells, and for everybody the
/// last call, since by then all is well.
/// </summary>
internal static class CompletionCheck
{
    public static IEnumerable<Finding> Findings(History history) => [.. Calls(history), .. Writes(history), .. Answers(history)];

    private static IEnumerable<Finding> Calls(History history)
    {
        foreach (var operation in history.Operations)
        {
            if (operation.Outcome == Outcome.Pending)
            {
                yield return new(FindingKind.Stuck, $"never ended: {operation}");
            }
            else if (operation.Ended - TimeSpan.FromTicks(Math.Max(operation.Invoked.Ticks, history.HealthyAt.Ticks)) > history.Patience)
            {
                yield return new(FindingKind.Stuck, $"took {operation.Ended - operation.Invoked}: {operation}");
            }
        }
    }

    private static IEnumerable<Finding> Answers(History history) => history.Operations
        .Where(operation => operation.Invoked > history.HealthyAt)
        .GroupBy(operation => operation.Client, StringComparer.Ordinal)
        .Select(operations => operations.Last())
        .Where(last => last.Outcome == Outcome.Unknown)
        .Select(last => new Finding(FindingKind.Stuck, $"the last call had no answer, although all was well: {last}"));

    private static IEnumerable<Finding> Writes(History history) => history.Operations
        .Where(operation => operation.IsWrite)
        .GroupBy(operation => operation.Id)
        .Select(attempts => (Last: attempts.MaxBy(attempt => attempt.Number)!, Count: attempts.Count(), Answered: attempts.Any(attempt => attempt.Outcome == Outcome.Ok)))
        .Where(write => write is { Answered: false, Last.Outcome: Outcome.Unknown })
        .Select(write => new Finding(FindingKind.Stuck, $"no answer in {write.Count} attempts: {write.Last}"));
}
