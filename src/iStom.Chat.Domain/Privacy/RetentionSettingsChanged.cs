namespace iStom.Chat.Domain.Privacy;

/// <summary>How long things are kept was changed.</summary>
public sealed record RetentionSettingsChanged(RetentionSettings? Before, RetentionSettings? After, Authorship Made) : IChangeOf<RetentionSettings>;
