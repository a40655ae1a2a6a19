using iStom.Chat.Domain.Mail;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>
/// A mailbox over IMAP4rev1 (RFC 3501) or rev2 (RFC 9051), in TLS. Written by hand since no package for it restores; it knows no
/// compression, no UTF8=ACCEPT and no CONDSTORE.
/// </summary>
public sealed class ImapMailbox(ImapOptions options, TimeProvider time) : IMailbox
{
    /// <inheritdoc/>
    public async Task<IMailboxSession> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new ImapConnection(await MailConnection.OpenAsync(options, time, cancellation), time, options.MaxBytes + 1);
        try
        {
            await StartAsync(connection, cancellation);
            return new ImapSession(options, time, connection, await SelectAsync(connection, cancellation));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task StartAsync(ImapConnection connection, CancellationToken cancellation)
    {
        var isKnown = await connection.GreetingAsync(cancellation) == "PREAUTH";
        await connection.AskCapabilitiesAsync(cancellation);
        if (options.Security == MailSecurity.StartTls)
        {
            // Who is greeted as known already cannot ask for TLS any more: so somebody in between keeps it off.
            await (isKnown ? throw new MailServerException(MailFailures.NoTls) : connection.EncryptAsync(cancellation));
            await connection.AskCapabilitiesAsync(cancellation);
        }

        if (!isKnown && await Credential.OfAsync(options, cancellation) is { } credential)
        {
            await ImapSignIn.RunAsync(connection, credential, cancellation);
            await connection.AskCapabilitiesAsync(cancellation);
        }
    }

    /// <returns>The folder's uid validity.</returns>
    private async Task<uint> SelectAsync(ImapConnection connection, CancellationToken cancellation)
    {
        var said = await connection.MustAsync($"SELECT {ImapText.Folder(options.Folder)}", cancellation);
        if (said[^1].HasCode("READ-ONLY"))
        {
            throw new MailServerException(MailFailures.ReadOnly, said[^1].Words);
        }

        connection.HasNews = false;
        return said.Where(response => response.HasCode("UIDVALIDITY")).Select(response => new ImapValue(response.Code.ElementAtOrDefault(1)).Number).FirstOrDefault(number => number > 0)
            ?? throw new MailServerException(MailFailures.Garbled);
    }
}
