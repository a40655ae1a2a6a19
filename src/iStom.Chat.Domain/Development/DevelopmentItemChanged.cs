namespace iStom.Chat.Domain.Development;

/// <summary>A development item was added or changed: by staff, by an issue tracker, or by a release.</summary>
public sealed record DevelopmentItemChanged(DevelopmentItem? Before, DevelopmentItem? After, Authorship Made) : IChangeOf<DevelopmentItem>;
