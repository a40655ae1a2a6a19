namespace iStom.Chat.Domain.Tickets;

/// <summary>Why a mail became no message. The names are stored.</summary>
public enum HeldBackReason
{
    /// <summary>A program answered by itself (RFC 3834).</summary>
    AutoReply,

    /// <summary>Somebody's notice that they are away.</summary>
    OutOfOffice,

    /// <summary>A mailing list or an advertisement.</summary>
    Bulk,

    /// <summary>One of our own addresses wrote it.</summary>
    OwnAddress,

    /// <summary>Nobody could be answered: the mail names no sender.</summary>
    NoSender,

    /// <summary>Staff have blocked the sender.</summary>
    Blocked,

    /// <summary>More came from this address within an hour than a person writes: two programs may be answering each other.</summary>
    TooMany,

    /// <summary>It says nothing: neither a text nor a file that is taken.</summary>
    Empty,

    /// <summary>A report on the delivery of a mail that is none of ours.</summary>
    ForeignReport,
}
