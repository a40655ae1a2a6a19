using NodaTime;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>
/// A message as far as a support desk needs it. Every value is one line without controls, except <see cref="Text"/>;
/// message ids are without their angle brackets. What was not there is empty or nothing.
/// </summary>
public sealed record MailMessage
{
    /// <summary>The sender's name for this message (RFC 5322 §3.6.4); not unique when somebody means harm.</summary>
    public string? MessageId { get; init; }

    /// <summary>What it answers; mostly one.</summary>
    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    /// <summary>The thread, oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Who wrote it, as they say; nobody has checked that.</summary>
    public IReadOnlyList<MailAddress> From { get; init; } = [];

    /// <summary>Who sent it for them.</summary>
    public MailAddress? Sender { get; init; }

    /// <summary>Where answers are wanted.</summary>
    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    public IReadOnlyList<MailAddress> To { get; init; } = [];

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    /// <summary>To whom servers say they delivered it: Delivered-To, X-Original-To and their kin, the outermost first.</summary>
    public IReadOnlyList<MailAddress> DeliveredTo { get; init; } = [];

    public string Subject { get; init; } = "";

    /// <summary>When it was written, by the writer's clock.</summary>
    public Instant? Date { get; init; }

    /// <summary>
    /// What is to be read: plain text, or HTML as text, then the text of forwarded messages; lines end with LF. Holds no
    /// control other than LF and TAB.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>All that is not <see cref="Text"/>, in the order in which it comes.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>An invitation to a meeting.</summary>
    public MailInvitation? Invitation { get; init; }

    /// <summary>What became of a message that we sent.</summary>
    public DeliveryReport? Report { get; init; }

    /// <summary>Type of the whole, as <c>multipart/report</c>, and what kind of report it is.</summary>
    public required ContentType ContentType { get; init; }

    /// <summary>All header fields of the message.</summary>
    public required MailHeaders Headers { get; init; }

    /// <summary>Codes of <see cref="MailProblems"/>.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
