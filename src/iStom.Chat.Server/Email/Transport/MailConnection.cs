using iStom.Chat.Domain.Mail;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>A connection to a mail server: lines and octets, plain or in TLS, with bounds on what a server may say at once.</summary>
internal sealed class MailConnection : IAsyncDisposable
{
    private const int BufferOctets = 16 * 1024;
    private readonly MailServerOptions _options;
    private readonly byte[] _buffer = new byte[BufferOctets];
    private Stream _stream;
    private int _start;
    private int _end;

    private MailConnection(MailServerOptions options, Stream stream, IPAddress ourAddress) => (_options, _stream, OurAddress) = (options, stream, ourAddress);

    /// <summary>Our end of it.</summary>
    public IPAddress OurAddress { get; }

    /// <summary>Whether others on the way can read along.</summary>
    public bool IsEncrypted => _stream is SslStream;

    /// <summary>Connects, and speaks TLS at once where settings say so.</summary>
    /// <exception cref="MailServerException">Nobody there, not to be trusted, or not to be spoken to in the clear.</exception>
    public static async Task<MailConnection> OpenAsync(MailServerOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await time.WithinAsync(Patience.Connect, both => socket.ConnectAsync(options.Host, options.Port, both).AsTask(), cancellation);
            CheckAddress(options, (IPEndPoint)socket.RemoteEndPoint!);
        }
        catch (MailServerException e) when (e.Reason == MailFailures.Lost)
        {
            socket.Dispose();
            throw new MailServerException(MailFailures.Unreachable, inner: e.InnerException);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        return await StartAsync(new(options, new NetworkStream(socket, ownsSocket: true), ((IPEndPoint)socket.LocalEndPoint!).Address), time, cancellation);
    }

    /// <summary>Goes on in TLS; the certificate must be the host's and trusted.</summary>
    /// <exception cref="MailServerException">It is not; or something stands before the handshake, which somebody else may have put there (RFC 3207, 6).</exception>
    public async Task EncryptAsync(TimeProvider time, CancellationToken cancellation)
    {
        if (_start < _end)
        {
            throw new MailServerException(MailFailures.NoTls);
        }

        var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
        try
        {
            await time.WithinAsync(Patience.Connect, both => tls.AuthenticateAsClientAsync(TlsTrust.Of(_options), both), cancellation);
            _stream = tls;
        }
        catch (AuthenticationException e)
        {
            throw new MailServerException(MailFailures.Certificate, inner: e);
        }
    }

    /// <summary>A line without its end, a character for each octet.</summary>
    /// <exception cref="MailServerException">Longer than it may be.</exception>
    /// <exception cref="IOException">The connection ended.</exception>
    public async Task<string> ReadLineAsync(int mostOctets, CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (true)
        {
            var end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var length = end < 0 ? _end - _start : end;
            line.Append(Encoding.Latin1.GetString(_buffer, _start, length));
            _start += length + (end < 0 ? 0 : 1);
            if (line.Length > mostOctets)
            {
                throw new MailServerException(MailFailures.Garbled);
            }

            if (end >= 0)
            {
                return line is [.., '\r'] ? line.ToString(0, line.Length - 1) : line.ToString();
            }

            await FillAsync(cancellation);
        }
    }

    /// <summary>As many octets as there is room for.</summary>
    /// <exception cref="IOException">The connection ended.</exception>
    public async Task ReadExactlyAsync(Memory<byte> room, CancellationToken cancellation)
    {
        var buffered = Math.Min(room.Length, _end - _start);
        _buffer.AsMemory(_start, buffered).CopyTo(room);
        _start += buffered;
        await _stream.ReadExactlyAsync(room[buffered..], cancellation);
    }

    /// <summary>Sends.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellation)
    {
        await _stream.WriteAsync(octets, cancellation);
        await _stream.FlushAsync(cancellation);
    }

    /// <summary>Sends a line.</summary>
    public Task WriteLineAsync(string line, CancellationToken cancellation) => WriteAsync(Encoding.UTF8.GetBytes($"{line}\r\n"), cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static async Task<MailConnection> StartAsync(MailConnection connection, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            if (connection._options.Security == MailSecurity.ImplicitTls)
            {
                await connection.EncryptAsync(time, cancellation);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static void CheckAddress(MailServerOptions options, IPEndPoint server)
    {
        var address = server.Address.IsIPv4MappedToIPv6 ? server.Address.MapToIPv4() : server.Address;
        if (options.Security == MailSecurity.PlaintextOnLoopback && !IPAddress.IsLoopback(address))
        {
            throw new MailServerException(MailFailures.Plaintext);
        }
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        (_start, _end) = (0, 0);
        _end = await _stream.ReadAsync(_buffer, cancellation);
        if (_end == 0)
        {
            throw new EndOfStreamException();
        }
    }
}
