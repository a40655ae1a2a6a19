namespace iStom.Chat.Benchmarks.Measuring;

/// <summary>One line of the table: ours against theirs.</summary>
/// <param name="What">What was measured, and its unit.</param>
/// <param name="Theirs">Before the first of ours, between them and after the last; or one figure that is fixed.</param>
/// <param name="Ours">In the order measured.</param>
/// <param name="Goal">Of the ratio.</param>
/// <param name="Note">What else must be known to believe it; why there are no figures where there are none.</param>
internal sealed record Measure(string What, IReadOnlyList<double> Theirs, IReadOnlyList<double> Ours, Goal Goal, string Note = "")
{
    /// <summary>Each of ours against the mean of its neighbours.</summary>
    public IReadOnlyList<double> Ratios =>
        [.. Ours.Select((ours, i) => ours / (Theirs.Count == 1 ? Theirs[0] : (Theirs[i] + Theirs[i + 1]) / 2))];

    public static Measure NotRun(string what, Goal goal, string why) => new(what, [], [], goal, $"not run: {why}");
}
