namespace iStom.Chat.Server.Email.Transport;

/// <summary>Takes mail on its way.</summary>
public interface IMailTransport
{
    /// <summary>
    /// Sends a mail once. Every recipient gets an answer of its own; nothing is repeated here. Where the connection ends after the mail
    /// was sent, nobody knows whether it was taken: the answer is then to try again, and receivers know the repeat by its message id.
    /// </summary>
    /// <param name="envelope">From whom, to whom.</param>
    /// <param name="message">The mail as bytes.</param>
    /// <param name="cancellation">Gives up, whatever was sent.</param>
    Task<MailDelivery> SendAsync(MailEnvelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellation);

    /// <summary>Connects and signs in, and sends nothing.</summary>
    /// <exception cref="MailServerException">No mail could be sent, and why.</exception>
    Task CheckAsync(CancellationToken cancellation);
}
