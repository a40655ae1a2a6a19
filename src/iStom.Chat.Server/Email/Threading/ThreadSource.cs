namespace iStom.Chat.Server.Email.Threading;

/// <summary>Where a mail says to what it belongs.</summary>
public enum ThreadSource
{
    /// <summary>To, Cc or where servers say they delivered it.</summary>
    ReplyAddress,

    InReplyTo,

    References,
}
