using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Domain.Wording;

/// <summary>A reply that is written once and sent often, with placeholders for what differs.</summary>
/// <param name="Id">Which reply.</param>
/// <param name="Owner">Whose it is alone; null: the whole team's.</param>
/// <param name="Title">What colleagues call it; customers never see it.</param>
/// <param name="Shortcut">By which it is found first, in small letters; null: it has none.</param>
/// <param name="Text">With <see cref="CannedRules.Placeholders"/>; empty in a language in which it was not written.</param>
public sealed record CannedReply(CannedReplyId Id, AgentId? Owner, string Title, string? Shortcut, LocalizedName Text) : IKept
{
    Guid IKept.Key => Id.Value;

    string IKept.Title => Title;
}
