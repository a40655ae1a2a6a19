using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>
/// A WebSocket (RFC 6455) of one call to the system for each message, either way: what the client takes of the machine's cores,
/// the server does not get. Whole messages of one kind are sent; how the server cuts its own is not told.
/// </summary>
internal sealed class LeanSocket : IDisposable
{
    /// <summary>Room in front of a payload for the longest header that is sent, with its mask.</summary>
    public const int Room = 8;

    private const int Short = 126;
    private const int Close = 8;
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Lock _sending = new();
    private readonly byte[] _received = new byte[4096];
    private readonly byte _kind;
    private int _start;
    private int _end;
    private long _left;
    private bool _isPayload;

    private LeanSocket(WebSocketMessageType kind) => _kind = (byte)(0x80 | (kind == WebSocketMessageType.Text ? 1 : 2));

    /// <exception cref="SocketException">Nobody listens.</exception>
    /// <exception cref="WebSocketException">The server does not take it.</exception>
    public static async Task<LeanSocket> ConnectAsync(int port, WebSocketMessageType kind, string path, string host, params IEnumerable<(string Name, string Value)> headers)
    {
        var line = new LeanSocket(kind);
        try
        {
            await line._socket.ConnectAsync(IPAddress.Loopback, port);
            var key = Convert.ToBase64String(Guid.NewGuid().ToByteArray());
            var request = $"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n{string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"))}\r\n";
            await line._socket.SendAsync(Encoding.ASCII.GetBytes(request));
            await line.ReadAnswerAsync();
            return line;
        }
        catch
        {
            line.Dispose();
            throw;
        }
    }

    /// <param name="message">Starts with <see cref="Room"/> bytes that are free; is masked, and so spoilt.</param>
    public void Send(Span<byte> message)
    {
        var payload = message[Room..];
        var header = message.Slice(payload.Length < Short ? 2 : 0, payload.Length < Short ? 6 : Room);
        (header[0], header[1]) = (_kind, (byte)(0x80 | Math.Min(payload.Length, Short)));
        if (payload.Length >= Short)
        {
            BinaryPrimitives.WriteUInt16BigEndian(header[2..], checked((ushort)payload.Length));
        }

        var mask = header[^4..];
        Random.Shared.NextBytes(mask);
        for (var i = 0; i < payload.Length; i++)
        {
            payload[i] ^= mask[i & 3];
        }

        lock (_sending)
        {
            _socket.Send(message[(Room - header.Length)..]);
        }
    }

    /// <summary>The next bytes of payload; 0 at the connection's end.</summary>
    public async ValueTask<int> ReceiveAsync(Memory<byte> target)
    {
        while (true)
        {
            if (TakePayload(target.Span) is > 0 and var taken)
            {
                return taken;
            }

            if (!await FillAsync())
            {
                return 0;
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task ReadAnswerAsync()
    {
        const string Accepted = "HTTP/1.1 101 ";
        int head;
        while ((head = _received.AsSpan(0, _end).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (_end == _received.Length || !await FillAsync())
            {
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            }
        }

        _start = head + 4;
        var answer = Encoding.ASCII.GetString(_received, 0, head);
        if (!answer.StartsWith(Accepted, StringComparison.Ordinal))
        {
            throw new WebSocketException(WebSocketError.NotAWebSocket, answer.Split('\r')[0]);
        }
    }

    private async ValueTask<bool> FillAsync()
    {
        _received.AsSpan(_start, _end - _start).CopyTo(_received);
        (_start, _end) = (0, _end - _start);
        var received = await _socket.ReceiveAsync(_received.AsMemory(_end));
        _end += received;
        return received > 0;
    }

    /// <summary>0 when more must be received first.</summary>
    private int TakePayload(Span<byte> target)
    {
        while (_left > 0 || TryReadHeader())
        {
            var here = _received.AsSpan(_start, (int)Math.Min(_left, _end - _start));
            here = _isPayload && here.Length > target.Length ? here[..target.Length] : here;
            (_start, _left) = (_start + here.Length, _left - here.Length);
            if (_isPayload && here.Length > 0)
            {
                here.CopyTo(target);
                return here.Length;
            }

            if (_left > 0)
            {
                return 0;
            }
        }

        return 0;
    }

    /// <exception cref="WebSocketException">The server closes.</exception>
    private bool TryReadHeader()
    {
        var rest = _received.AsSpan(_start, _end - _start);
        if (rest.Length < 2 || rest.Length < HeaderLength(rest[1]))
        {
            return false;
        }

        var (kind, length) = (rest[0] & 0x0f, HeaderLength(rest[1]));
        _left = length switch { 2 => rest[1], 4 => BinaryPrimitives.ReadUInt16BigEndian(rest[2..]), _ => BinaryPrimitives.ReadInt64BigEndian(rest[2..]) };
        _isPayload = kind < Close;
        _start += length;
        return kind == Close ? throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely) : true;
    }

    private static int HeaderLength(byte length) => length switch { Short => 4, 127 => 10, _ => 2 };
}
