namespace iStom.Chat.Domain.Privacy;

/// <summary>A going over what is kept began or ended.</summary>
public sealed record RetentionRunChanged(RetentionRun? Before, RetentionRun? After, Authorship Made) : IChangeOf<RetentionRun>;
