using iStom.Chat.Domain.Conversations;

namespace iStom.Chat.Server.Contract;

/// <summary>Who wrote a message, as far as the other side may know.</summary>
public enum AuthorKind
{
    Visitor,
    Agent,
}

/// <summary>
/// One entry of the conversation: a message (author), or a notice about a ticket (notice), or (both null) the start of the
/// thread. text: of a notice, why. attachments: null where there are none. mail: of a message that came by mail.
/// </summary>
public sealed record Message(
    Guid Id,
    long Sequence,
    NodaTime.Instant SentAt,
    AuthorKind? Author,
    string? AuthorName,
    string? Text,
    Guid? ReplyTo,
    TicketNotice? Notice,
    string? TicketNumber,
    IReadOnlyList<AttachmentView>? Attachments = null,
    MessageMail? Mail = null);

/// <summary>
/// folded: quoted history and signature. isCut: the mail says more than stands here. leftOut: names of files that are not taken. original: the
/// mail as it came in, a file; null where it could not be kept.
/// </summary>
public sealed record MessageMail(string Subject, string? Folded, bool IsCut, IReadOnlyList<string>? LeftOut, Guid? Original)
{
    internal static MessageMail? Of(MailOrigin? mail) => mail is null ? null : new(mail.Subject, mail.Folded, mail.IsCut, mail.LeftOut, mail.Original?.Value);
}
