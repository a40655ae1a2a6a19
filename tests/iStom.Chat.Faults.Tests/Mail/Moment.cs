namespace iStom.Chat.Faults.Tests.Mail;

/// <summary>Where a mail server falls silent, so that the client can be killed at that very instant.</summary>
internal enum Moment
{
    None,

    /// <summary>SMTP: the mail was taken, and nobody was told.</summary>
    Taken,

    /// <summary>SMTP: 250 was said, and the client parts.</summary>
    Accepted,

    /// <summary>IMAP: a mail is to be marked as handled; it is not.</summary>
    Marking,

    /// <summary>IMAP: a mail was marked as handled, and nobody was told.</summary>
    Marked,
}
