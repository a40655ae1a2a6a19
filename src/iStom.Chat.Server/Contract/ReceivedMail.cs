using System.Security.Cryptography;
using System.Text;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using NodaTime;
using NpgsqlTypes;

namespace iStom.Chat.Server.Contract;

/// <summary>That a mail came in, and what became of it: the same mail again makes nothing more (P10).</summary>
/// <param name="Id">Follows from the mail, whichever way it came.</param>
/// <param name="Mailbox">Through which it came.</param>
/// <param name="At">When it was dealt with.</param>
/// <param name="MessageHash">Of its Message-ID, by which answers to it find its ticket; null: it had none.</param>
/// <param name="Ticket">To which it belongs; null: to none.</param>
/// <param name="Message">The message that it became; null: none.</param>
/// <param name="Sender">Who wrote it; null where nobody was looked for.</param>
/// <param name="IsAcknowledged">Whether the sender is told that it came in.</param>
public sealed record ReceivedMail(
    Guid Id, MailboxId Mailbox, Instant At, string? MessageHash, TicketId? Ticket, MessageId? Message, VisitorId? Sender, bool IsAcknowledged)
{
    /// <summary>When it reached the mailbox; null: of those of an older version it is not known.</summary>
    public Instant? ReachedAt { get; init; }

    /// <summary>Why it became no message; null: it did.</summary>
    public HeldBackReason? HeldBack { get; init; }

    /// <summary>Of a mail that was held back: who wrote it.</summary>
    [PersonalData]
    public string? From { get; init; }

    /// <summary>Of a mail that was held back.</summary>
    [PersonalData]
    public string? Subject { get; init; }

    /// <summary>Of a mail that was held back: all of it; null where it could not be kept.</summary>
    public AttachmentId? Original { get; init; }

    /// <summary>Staff have looked at it.</summary>
    public bool IsDealtWith { get; init; }

    /// <summary>It is a message, and nothing of it is kept here; it may have been held back before.</summary>
    public ReceivedMail AsMessage(TicketId ticket, VisitorId sender, bool isAcknowledged) =>
        this with { Ticket = ticket, Message = new(Id), Sender = sender, IsAcknowledged = isAcknowledged, HeldBack = null, From = null, Subject = null, Original = null };

    public static IDocumentMapping Mapping { get; } = new DocumentMapping<ReceivedMail>(
        mail => mail.Id,
        new("message_id", NpgsqlDbType.Varchar, mail => mail.MessageHash, Index: FieldIndex.WhereNotNull),
        new("ticket", NpgsqlDbType.Uuid, mail => mail.Ticket?.Value, Index: FieldIndex.WhereNotNull),
        new("sender", NpgsqlDbType.Uuid, mail => mail.Sender?.Value, Index: FieldIndex.WhereNotNull),
        new("held_back_at", NpgsqlDbType.TimestampTz, mail => mail.HeldBack is not null ? mail.At.ToDateTimeUtc() : null, Index: FieldIndex.WhereNotNull));

    /// <summary>A Message-ID names machines and people: only whether it is the same is kept.</summary>
    public static string HashOf(string messageId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)));
}
