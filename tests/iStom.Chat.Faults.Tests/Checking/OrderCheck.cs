using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Checking;

/// <summary>
/// One order, and it follows time: what was acknowledged before something else was first sent stands before it, whoever
/// the two senders are.
/// </summary>
internal static class OrderCheck
{
    public static IEnumerable<Finding> Findings(History history, Truth truth)
    {
        var sent = history.Operations.Where(operation => operation.IsWrite).GroupBy(operation => operation.Id).ToDictionary(
            attempts => attempts.Key,
            attempts => (First: attempts.MinBy(attempt => attempt.Invoked)!, Acknowledged: AcknowledgedAt(attempts)));
        foreach (var stream in truth.Streams)
        {
            Operation? latest = null;
            foreach (var fact in stream.Where(fact => sent.ContainsKey(fact.Id)))
            {
                var (first, acknowledged) = sent[fact.Id];
                if (latest is not null && acknowledged < latest.Invoked)
                {
                    yield return new(FindingKind.Reordered, $"{fact.Stream:N}/{fact.Version} was acknowledged before {latest} was sent, but stands behind it: {first}");
                }

                latest = latest is null || first.Invoked > latest.Invoked ? first : latest;
            }
        }
    }

    private static TimeSpan AcknowledgedAt(IEnumerable<Operation> attempts) => attempts
        .Where(attempt => attempt.Outcome == Outcome.Ok)
        .Select(attempt => attempt.Ended)
        .DefaultIfEmpty(TimeSpan.MaxValue)
        .Min();
}
