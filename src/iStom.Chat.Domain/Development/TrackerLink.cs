namespace iStom.Chat.Domain.Development;

/// <summary>An issue tracker that tells how far its issues are.</summary>
/// <param name="Tracker">Which one.</param>
/// <param name="IsOn">Whether it is listened to.</param>
/// <param name="States">What its states mean; one that is not named changes nothing. Empty: <see cref="DefaultStates"/>.</param>
/// <param name="SecretHint">The end of the secret by which it is known; null: it has none yet.</param>
public sealed record TrackerLink(Tracker Tracker, bool IsOn, IReadOnlyList<TrackerState> States, string? SecretHint)
{
    /// <summary>What a new project of each of them has.</summary>
    public static IReadOnlyList<TrackerState> DefaultStates(Tracker tracker) => tracker switch
    {
        Tracker.Jira =>
        [
            new("To Do", DevelopmentState.Planned), new("К выполнению", DevelopmentState.Planned), new("In Progress", DevelopmentState.InWork), new("В работе", DevelopmentState.InWork),
            new("Done", DevelopmentState.Done), new("Готово", DevelopmentState.Done), new("Won't Do", DevelopmentState.Rejected),
        ],
        Tracker.YouTrack =>
        [
            new("Submitted", DevelopmentState.Planned), new("Open", DevelopmentState.Planned), new("In Progress", DevelopmentState.InWork), new("Fixed", DevelopmentState.Done),
            new("Verified", DevelopmentState.Done), new("Won't fix", DevelopmentState.Rejected), new("Can't Reproduce", DevelopmentState.Rejected), new("Duplicate", DevelopmentState.Rejected), new("Obsolete", DevelopmentState.Rejected),
        ],
        _ =>
        [
            new("open", DevelopmentState.Planned), new("completed", DevelopmentState.Done), new("not_planned", DevelopmentState.Rejected), new("duplicate", DevelopmentState.Rejected),
        ],
    };

    /// <summary>Null: the tracker's word means nothing here.</summary>
    public DevelopmentState? StateOf(string name) =>
        (States.Count > 0 ? States : DefaultStates(Tracker)).FirstOrDefault(state => string.Equals(state.Name, name.Trim(), StringComparison.OrdinalIgnoreCase))?.State;
}
