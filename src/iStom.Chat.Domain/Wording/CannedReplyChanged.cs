namespace iStom.Chat.Domain.Wording;

/// <summary>A canned reply was added, changed or removed.</summary>
public sealed record CannedReplyChanged(CannedReply? Before, CannedReply? After, Authorship Made) : IChangeOf<CannedReply>;
