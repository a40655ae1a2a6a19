using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Checking;

/// <summary>The store by itself: versions run 1..n, and nothing is there twice or without having been sent.</summary>
internal static class StoreCheck
{
    public static IEnumerable<Finding> Findings(History history, Truth truth) =>
        [.. truth.Streams.SelectMany(Gaps), .. Duplicates(truth), .. Phantoms(history, truth)];

    private static IEnumerable<Finding> Gaps(IReadOnlyList<Fact> stream)
    {
        foreach (var (index, fact) in stream.Index().Where(item => item.Item.Version != item.Index + 1).Take(1))
        {
            yield return new(FindingKind.Gap, $"stream {fact.Stream:N} has version {fact.Version} where {index + 1} is due");
        }
    }

    private static IEnumerable<Finding> Duplicates(Truth truth) => truth.Written
        .Where(written => written.Count() > 1)
        .Select(written => new Finding(
            FindingKind.Duplicated, $"{written.Key:N} is stored {written.Count()} times: {string.Join(", ", written.Select(Place))}"));

    private static IEnumerable<Finding> Phantoms(History history, Truth truth)
    {
        var sent = history.Operations.Where(operation => operation.IsWrite).ToLookup(operation => operation.Id);
        foreach (var fact in truth.Written.SelectMany(written => written))
        {
            var attempts = sent[fact.Id];
            if (!attempts.Any())
            {
                yield return new(FindingKind.Phantom, $"{fact.Id:N} at {Place(fact)} was never sent");
            }
            else if (attempts.All(attempt => attempt.Outcome == Outcome.Fail))
            {
                yield return new(FindingKind.Phantom, $"{fact.Id:N} at {Place(fact)} was refused: {attempts.First()}");
            }
            else if (attempts.First() is var first && (first.Text != fact.Text || !IsWhereItBelongs(first, fact)))
            {
                yield return new(FindingKind.Phantom, $"{fact.Id:N} at {Place(fact)} is not what was sent: {first}");
            }
        }
    }

    /// <summary>A reply names its ticket and lands in that ticket's conversation, which the client need not know.</summary>
    private static bool IsWhereItBelongs(Operation sent, Fact fact) => sent.Stream == fact.Stream || sent.Kind == OperationKind.Reply;

    private static string Place(Fact fact) => $"{fact.Stream:N}/{fact.Version}";
}
