namespace iStom.Chat.Domain.Conversations;

/// <summary>What a message that came by mail was besides its text (§3.2). The mail itself is kept as a file.</summary>
/// <param name="Subject">As the sender wrote it; may be empty.</param>
/// <param name="Folded">Quoted history and signature, which stood below or around the text; null: there was none.</param>
/// <param name="IsCut">Whether the mail says more than a message may hold; all of it is in the original.</param>
/// <param name="LeftOut">Names of its files that are not taken; null: all are. They too are in the original.</param>
/// <param name="MessageId">The sender's name for the mail (RFC 5322 §3.6.4), by which their program knows our answer; null: it had none.</param>
/// <param name="Original">The mail as it came in, for staff; null where it could not be kept.</param>
public sealed record MailOrigin(
    [property: PersonalData] string Subject,
    [property: PersonalData] string? Folded,
    bool IsCut,
    [property: PersonalData] IReadOnlyList<string>? LeftOut,
    [property: PersonalData] string? MessageId,
    AttachmentId? Original);
