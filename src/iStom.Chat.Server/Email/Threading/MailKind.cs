namespace iStom.Chat.Server.Email.Threading;

/// <summary>Whether somebody wrote a mail, or something.</summary>
public enum MailKind
{
    /// <summary>Somebody wrote it, as far as can be seen.</summary>
    Ordinary,

    /// <summary>A program answered by itself: a ticket system, a read receipt, a robot.</summary>
    AutoReply,

    /// <summary>Somebody's notice that they are away.</summary>
    OutOfOffice,

    /// <summary>What became of a mail.</summary>
    DeliveryReport,

    /// <summary>A mailing list or another mail to many.</summary>
    MailingList,

    /// <summary>One of our own addresses wrote it, or it has been here before.</summary>
    OwnAddress,
}
