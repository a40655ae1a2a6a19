namespace iStom.Chat.Server.Email.Transport;

/// <summary>
/// Hands mail to a server over SMTP (RFC 5321): a connection for each, in TLS. Written by hand since no package for it restores; it
/// knows no SMTPUTF8, CHUNKING or DSN.
/// </summary>
public sealed class SmtpTransport(SmtpOptions options, TimeProvider time) : IMailTransport
{
    /// <inheritdoc/>
    public async Task<MailDelivery> SendAsync(MailEnvelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        var transaction = new SmtpTransaction(envelope, message);
        try
        {
            if (transaction.IsWorthTrying)
            {
                await SendAsync(transaction, cancellation);
            }
        }
        catch (MailServerException e)
        {
            transaction.Break(e);
        }

        return transaction.Delivery;
    }

    /// <inheritdoc/>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        await using var session = await SmtpSession.OpenAsync(options, time, cancellation);
        await session.QuitAsync();
    }

    private async Task SendAsync(SmtpTransaction transaction, CancellationToken cancellation)
    {
        await using var session = await SmtpSession.OpenAsync(options, time, cancellation);
        await transaction.RunAsync(session, cancellation);
        await session.QuitAsync();
    }
}
