using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Server.Contract;

/// <summary>Who wrote a message, as far as the other side may know.</summary>
public enum AuthorKind
{
    Visitor,
    Agent,
}

/// <summary>
/// One entry of the conversation: a message (author), or a notice about a ticket (notice), or (both null) the start of the
/// thread. text: of a notice, why; of one that the visitor asks to be called back, the number. attachments: null where there are none. mail: of a
/// message that came by mail. callback: when the visitor would like to be called back. said: a notice's own words, in
/// both languages; null where the notice says it all. remote: of a notice about remote support; no text makes one.
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
    MessageMail? Mail = null,
    LocalizedName? Said = null,
    CallbackTime? Callback = null,
    RemoteNotice? Remote = null);

/// <summary>
/// Remote support. session: which invitation; the code is asked for apart. company, agentName: who invites. asksForId: the visitor gives the id of their own
/// TeamViewer. seconds: how long it lasted, of one that is over; null: it never began.
/// </summary>
public sealed record RemoteNotice(Guid Session, string Company, string AgentName, bool AsksForId, long? Seconds)
{
    internal static RemoteNotice? Of(RemoteCard? card) => card is null ? null : new(card.Session.Value, card.Company, card.AgentName, card.AsksForId, card.Seconds);
}

/// <summary>
/// folded: quoted history and signature. isCut: the mail says more than stands here. leftOut: names of files that are not taken. original: the
/// mail as it came in, a file; null where it could not be kept.
/// </summary>
public sealed record MessageMail(string Subject, string? Folded, bool IsCut, IReadOnlyList<string>? LeftOut, Guid? Original)
{
    internal static MessageMail? Of(MailOrigin? mail) => mail is null ? null : new(mail.Subject, mail.Folded, mail.IsCut, mail.LeftOut, mail.Original?.Value);
}
