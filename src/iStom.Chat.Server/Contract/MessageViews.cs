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
/// thread. text: of a notice, why. attachments: null where there are none.
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
    IReadOnlyList<AttachmentView>? Attachments = null);
