using System.Globalization;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>Commands of IMAP and what comes back, in whatever order (RFC 9051, 5.5 and 7).</summary>
internal sealed class ImapConnection(MailConnection connection, TimeProvider time, int mostLiteralOctets) : IAsyncDisposable
{
    private readonly ImapReader _reader = new(connection, mostLiteralOctets);

    /// <summary>
    /// What is being read. A read is never given up half-way, which neither the line nor TLS would outlive: whoever stops waiting leaves it
    /// to the next, or to the end of the connection.
    /// </summary>
    private Task<ImapResponse>? _reading;

    private int _commands;
    private uint _exists;
    private bool _isParting;

    /// <summary>What the server can do; empty before it was asked.</summary>
    public IReadOnlySet<string> Capabilities { get; private set; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether mails came since this was last set to false.</summary>
    public bool HasNews { get; set; }

    /// <inheritdoc cref="IMailboxSession.Alert"/>
    public string? Alert { get; private set; }

    /// <summary>False after anything went wrong: nobody knows what comes next.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>The server's first words: OK, or PREAUTH where it knows us already.</summary>
    public async Task<string> GreetingAsync(CancellationToken cancellation) =>
        (await SoundlyAsync(Patience.Answer, ReadAsync, cancellation)).Kind is ("OK" or "PREAUTH") and var kind ? kind : throw new MailServerException(MailFailures.Garbled);

    /// <summary>Gives a command and collects what is said until it is done, its end the last.</summary>
    /// <param name="lines">The command, without tag; each further line is sent when the server asks for one.</param>
    /// <param name="cancellation">Gives up; the connection is then of no use.</param>
    public Task<IReadOnlyList<ImapResponse>> CommandAsync(IReadOnlyList<string> lines, CancellationToken cancellation) =>
        SoundlyAsync(Patience.Answer, both => ExchangeAsync(lines, both), cancellation);

    /// <summary>As <see cref="CommandAsync"/>, for what must be done: NO and BAD are exceptions.</summary>
    public async Task<IReadOnlyList<ImapResponse>> MustAsync(string command, CancellationToken cancellation)
    {
        var said = await CommandAsync([command], cancellation);
        return said[^1].Kind == "OK" ? said : throw new MailServerException(MailFailures.Command, said[^1].Words);
    }

    /// <summary>Asks what the server can do; what it said before does not count, since anybody may have said it.</summary>
    public async Task AskCapabilitiesAsync(CancellationToken cancellation)
    {
        Capabilities = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await MustAsync("CAPABILITY", cancellation);
    }

    /// <summary>Goes on in TLS (RFC 9051, 6.2.1).</summary>
    /// <exception cref="MailServerException">It is not offered, or not to be trusted.</exception>
    public async Task EncryptAsync(CancellationToken cancellation)
    {
        if (!Capabilities.Contains("STARTTLS") || (await CommandAsync(["STARTTLS"], cancellation))[^1].Kind != "OK")
        {
            throw new MailServerException(MailFailures.NoTls);
        }

        await SoundlyAsync(Patience.Connect, both => connection.EncryptAsync(time, both), cancellation);
    }

    /// <summary>Listens (RFC 2177) until mail comes, the server has enough of it, or <paramref name="until"/> ends it.</summary>
    public async Task IdleAsync(CancellationToken until, CancellationToken cancellation)
    {
        _reader.Allow();
        var tag = await SendAsync("IDLE", cancellation);
        if (await ListenAsync(tag, until, cancellation))
        {
            await SoundlyAsync(Patience.Answer, both => EndIdleAsync(tag, both), cancellation);
        }
    }

    /// <summary>Parts, if there is anybody to part from; what becomes of it is of no interest.</summary>
    public async ValueTask DisposeAsync()
    {
        _isParting = true;
        try
        {
            if (IsSound)
            {
                await SoundlyAsync(Patience.Farewell, both => ExchangeAsync(["LOGOUT"], both), CancellationToken.None);
            }
        }
        catch (MailServerException)
        {
            // It is gone already.
        }

        await connection.DisposeAsync();
    }

    /// <returns>False where the server ended it.</returns>
    private async Task<bool> ListenAsync(string tag, CancellationToken until, CancellationToken cancellation)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(until, cancellation);
        try
        {
            while (!HasNews)
            {
                if ((await SoundlyAsync(Timeout.InfiniteTimeSpan, ReadAsync, both.Token)).Tag == tag)
                {
                    return false;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time is over; nothing is broken.
            IsSound = true;
        }

        return true;
    }

    private async Task EndIdleAsync(string tag, CancellationToken cancellation)
    {
        await connection.WriteLineAsync("DONE", cancellation);
        await UntilAsync(tag, [], 0, cancellation);
    }

    private async Task<IReadOnlyList<ImapResponse>> ExchangeAsync(IReadOnlyList<string> lines, CancellationToken cancellation)
    {
        _reader.Allow();
        var tag = NextTag();
        await connection.WriteLineAsync($"{tag} {lines[0]}", cancellation);
        return await UntilAsync(tag, lines, 1, cancellation);
    }

    private async Task<IReadOnlyList<ImapResponse>> UntilAsync(string tag, IReadOnlyList<string> lines, int next, CancellationToken cancellation)
    {
        var said = new List<ImapResponse>();
        while (said is not [.., var last] || last.Tag != tag)
        {
            said.Add(await ReadAsync(cancellation));
            if (said[^1].Tag == "+" && lines.Count > 0)
            {
                await connection.WriteLineAsync(next < lines.Count ? lines[next++] : throw new MailServerException(MailFailures.Garbled), cancellation);
            }
        }

        return said;
    }

    private async Task<string> SendAsync(string command, CancellationToken cancellation)
    {
        var tag = NextTag();
        await SoundlyAsync(Patience.Answer, both => connection.WriteLineAsync($"{tag} {command}", both), cancellation);
        return tag;
    }

    private string NextTag() => string.Create(CultureInfo.InvariantCulture, $"A{++_commands}");

    private async Task<ImapResponse> ReadAsync(CancellationToken cancellation)
    {
        _reading ??= _reader.ReadAsync(CancellationToken.None);
        var response = await _reading.WaitAsync(cancellation);
        _reading = null;
        Note(response);
        return response;
    }

    /// <summary>What a server may say at any time.</summary>
    private void Note(ImapResponse response)
    {
        switch (response.Kind)
        {
            case "EXISTS" when response.Number is { } number:
                HasNews |= number > _exists;
                _exists = number;
                break;
            case "EXPUNGE" when _exists > 0:
                _exists--;
                break;
            case "CAPABILITY" when response.Tag == "*":
                Capabilities = response.Values.Skip(1).Select(value => value.Word).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
                break;
            case "BYE" when response.Tag == "*" && !_isParting:
                throw new MailServerException(MailFailures.Closing, response.Words);
            default:
                Alert = response.HasCode("ALERT") ? response.Words : Alert;
                break;
        }
    }

    private async Task<T> SoundlyAsync<T>(TimeSpan limit, Func<CancellationToken, Task<T>> act, CancellationToken cancellation)
    {
        try
        {
            return await time.WithinAsync(limit, act, cancellation);
        }
        catch
        {
            IsSound = false;
            throw;
        }
    }

    private Task<bool> SoundlyAsync(TimeSpan limit, Func<CancellationToken, Task> act, CancellationToken cancellation) =>
        SoundlyAsync(limit, async both =>
        {
            await act(both);
            return true;
        }, cancellation);
}
