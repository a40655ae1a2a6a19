namespace iStom.Chat.Server.Email.Transport;

/// <summary>
/// An open mailbox. One thing at a time; it is of no use any more after a <see cref="MailServerException"/> or a cancellation, of
/// whatever method: connect anew.
/// </summary>
public interface IMailboxSession : IAsyncDisposable
{
    /// <summary>To which uids belong; another one means that the mails were numbered anew (RFC 9051, 2.3.1.1).</summary>
    uint UidValidity { get; }

    /// <summary>What the server wants people to read (RFC 9051, 7.1: ALERT), as that the mailbox is full; null: nothing.</summary>
    string? Alert { get; }

    /// <summary>
    /// Mails that nobody has handled, oldest first: whatever is unseen, and whatever came after <paramref name="last"/>, since a person may
    /// have looked at it meanwhile. Nothing is marked by that, so it comes again until it is marked; mails may be marked while this goes on.
    /// </summary>
    /// <param name="last">The newest that was ever handled; null, or of another uid validity: unseen ones alone.</param>
    /// <param name="cancellation">Gives up.</param>
    IAsyncEnumerable<MailboxItem> FetchNewAsync(MailboxUid? last, CancellationToken cancellation);

    /// <summary>To be called after the commit that took the mail in, never before. One that is gone is handled.</summary>
    /// <returns>False where its uid is of another validity: it was numbered anew, and what bears its number now is another mail.</returns>
    Task<bool> MarkHandledAsync(MailboxUid uid, CancellationToken cancellation);

    /// <summary>Waits for new mail. A false alarm is possible, and costs a fetch.</summary>
    /// <param name="limit">How long.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False where none came.</returns>
    Task<bool> WaitForNewAsync(TimeSpan limit, CancellationToken cancellation);
}
