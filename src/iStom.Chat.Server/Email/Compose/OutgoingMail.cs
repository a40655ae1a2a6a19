using NodaTime;

namespace iStom.Chat.Server.Email.Compose;

/// <summary>
/// A mail to be written. Texts may come from anybody: whatever stands in them, no header and no part comes into being by it.
/// </summary>
public sealed record OutgoingMail
{
    /// <summary>With or without angle brackets; the same on every try, so that a repeat is known as one (RFC 5322, 3.6.4).</summary>
    public required string MessageId { get; init; }

    /// <summary>Who writes.</summary>
    public required MailAddress From { get; init; }

    /// <summary>Where answers go, if not to <see cref="From"/>.</summary>
    public MailAddress? ReplyTo { get; init; }

    /// <summary>Whom the header names; whom it is sent to is the envelope's business.</summary>
    public required IReadOnlyList<MailAddress> To { get; init; }

    /// <summary>One line; control characters become spaces.</summary>
    public required string Subject { get; init; }

    /// <summary>The text, with line ends of any kind.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML; null: the mail has text alone.</summary>
    public string? Html { get; init; }

    /// <summary>The mail that is answered; what is no message id is left out.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The thread so far, oldest first; of a long one the first and the last are written, what is no message id is left out.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>When it was written, which stays the same on every try.</summary>
    public required Instant Date { get; init; }

    /// <summary>Whether a person wrote it.</summary>
    public AutoSubmitted AutoSubmitted { get; init; }

    /// <summary>Further headers, as <c>List-Unsubscribe</c>.</summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];

    /// <summary>Files.</summary>
    public IReadOnlyList<OutgoingAttachment> Attachments { get; init; } = [];
}
