namespace iStom.Chat.Server.Email.Transport;

/// <summary>A mailbox on somebody's server.</summary>
public interface IMailbox
{
    /// <summary>Connects, signs in and opens the folder.</summary>
    /// <exception cref="MailServerException">It cannot be done, and why.</exception>
    Task<IMailboxSession> ConnectAsync(CancellationToken cancellation);
}
