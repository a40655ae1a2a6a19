using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Development;

/// <summary>What became of a tracker's news.</summary>
/// <param name="Tracker">Which one.</param>
/// <param name="Changed">How many changed an item.</param>
/// <param name="Same">How many changed nothing: heard before, older than what was heard, or of a state that means nothing here.</param>
/// <param name="Unknown">How many were of issues that no item names.</param>
/// <param name="LastAt">When the latest came.</param>
public sealed record TrackerTally(Tracker Tracker, long Changed, long Same, long Unknown, Instant LastAt)
{
    public static IDocumentMapping Mapping { get; } = new DocumentMapping<TrackerTally>(tally => IdOf(tally.Tracker));

    public Guid Id => IdOf(Tracker);

    public TrackerTally With(TrackerOutcome outcome, Instant now) => outcome switch
    {
        TrackerOutcome.Changed => this with { Changed = Changed + 1, LastAt = now },
        TrackerOutcome.Unknown => this with { Unknown = Unknown + 1, LastAt = now },
        _ => this with { Same = Same + 1, LastAt = now },
    };

    /// <summary>Under which its secret is kept too.</summary>
    public static Guid IdOf(Tracker tracker) => NameBasedId.Of(DevelopmentSettings.Only, tracker.ToString());
}
