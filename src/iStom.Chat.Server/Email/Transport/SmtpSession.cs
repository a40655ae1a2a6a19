using iStom.Chat.Domain.Mail;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>A connection to an SMTP server that we have greeted, encrypted and signed in to, as settings want it.</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private readonly SmtpOptions _options;
    private readonly TimeProvider _time;
    private readonly MailConnection _connection;

    private SmtpSession(SmtpOptions options, TimeProvider time, MailConnection connection) => (_options, _time, _connection) = (options, time, connection);

    public SmtpExtensions Extensions { get; private set; } = SmtpExtensions.None;

    /// <exception cref="MailServerException">No mail can be sent this way. Nothing secret was said before TLS.</exception>
    public static async Task<SmtpSession> OpenAsync(SmtpOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var session = new SmtpSession(options, time, await MailConnection.OpenAsync(options, time, cancellation));
        try
        {
            await session.StartAsync(cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a line and hears the answer.</summary>
    public async Task<SmtpReply> AskAsync(string line, CancellationToken cancellation) => (await AskAsync([line], cancellation))[0];

    /// <summary>Sends lines, all at once where the server takes that (RFC 2920), and hears an answer to each.</summary>
    public async Task<IReadOnlyList<SmtpReply>> AskAsync(IReadOnlyList<string> lines, CancellationToken cancellation)
    {
        var replies = new List<SmtpReply>();
        foreach (var batch in Extensions.Has("PIPELINING") ? [[.. lines]] : lines.Chunk(1))
        {
            await SendAsync(Encoding.ASCII.GetBytes(string.Concat(batch.Select(line => $"{line}\r\n"))), cancellation);
            for (var asked = 0; asked < batch.Length; asked++)
            {
                replies.Add(await HearAsync(Patience.Answer, cancellation));
            }
        }

        return replies;
    }

    public Task SendAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellation) =>
        _time.WithinAsync(Patience.Answer, both => _connection.WriteAsync(octets, both), cancellation);

    public async Task<SmtpReply> HearAsync(TimeSpan limit, CancellationToken cancellation)
    {
        var reply = await _time.WithinAsync(limit, both => SmtpReply.ReadAsync(_connection, both), cancellation);
        return reply.Code == 421 ? throw new MailServerException(MailFailures.Closing, reply.Words) : reply;
    }

    /// <summary>Parts from the server; how it takes that is of no interest, since all answers have been heard.</summary>
    public async Task QuitAsync()
    {
        try
        {
            await _time.WithinAsync(Patience.Farewell, async both =>
            {
                await _connection.WriteLineAsync("QUIT", both);
                await SmtpReply.ReadAsync(_connection, both);
            }, CancellationToken.None);
        }
        catch (MailServerException)
        {
            // It is gone already.
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellation)
    {
        Check(await HearAsync(Patience.Answer, cancellation), 220);
        await HelloAsync(cancellation);
        if (_options.Security == MailSecurity.StartTls)
        {
            await EncryptAsync(cancellation);
            await HelloAsync(cancellation);
        }

        if (await Credential.OfAsync(_options, cancellation) is { } credential)
        {
            await SignInAsync(credential, cancellation);
        }
    }

    private async Task HelloAsync(CancellationToken cancellation)
    {
        // What was offered before TLS anybody may have written.
        Extensions = SmtpExtensions.None;
        Extensions = new(Check(await AskAsync($"EHLO {_options.HelloName ?? Literal(_connection.OurAddress)}", cancellation), 250));
    }

    private async Task EncryptAsync(CancellationToken cancellation)
    {
        if (!Extensions.Has("STARTTLS") || await AskAsync("STARTTLS", cancellation) is not { Code: 220 })
        {
            throw new MailServerException(MailFailures.NoTls);
        }

        await _connection.EncryptAsync(_time, cancellation);
    }

    private async Task SignInAsync(Credential credential, CancellationToken cancellation)
    {
        if (Extensions.SignsInBy(credential.Mechanism))
        {
            await ProveAsync([$"AUTH {credential.Mechanism} {credential.Answer}"], cancellation);
        }
        else if (!credential.IsToken && Extensions.SignsInBy("LOGIN"))
        {
            await ProveAsync(["AUTH LOGIN", Credential.Base64(credential.User), Credential.Base64(credential.Secret)], cancellation);
        }
        else
        {
            throw new MailServerException(MailFailures.NoSignIn);
        }
    }

    /// <summary>RFC 4954: a 334 asks for the next line; without one to give it is told so, and says why it asked.</summary>
    private async Task ProveAsync(IReadOnlyList<string> lines, CancellationToken cancellation)
    {
        var reply = await AskAsync(lines[0], cancellation);
        for (var next = 1; reply.Code == 334 && next <= lines.Count; next++)
        {
            reply = await AskAsync(next < lines.Count ? lines[next] : "", cancellation);
        }

        if (reply.Code != 235)
        {
            throw new MailServerException(reply.Code is >= 400 and < 500 ? MailFailures.Deferred : MailFailures.SignIn, reply.Words);
        }
    }

    private static SmtpReply Check(SmtpReply reply, int wanted) => reply.Code == wanted
        ? reply
        : throw new MailServerException(reply.Code is >= 400 and < 500 ? MailFailures.Deferred : MailFailures.Command, reply.Words);

    /// <summary>RFC 5321, 4.1.3.</summary>
    private static string Literal(IPAddress address) => address.IsIPv4MappedToIPv6 ? $"[{address.MapToIPv4()}]"
        : address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{new IPAddress(address.GetAddressBytes())}]" : $"[{address}]";
}
