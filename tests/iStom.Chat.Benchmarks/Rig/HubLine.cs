using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>
/// A hub connection that costs as little as a client can: records are written by hand and told apart by their first bytes,
/// so that the machine measures the server and not SignalR's client.
/// </summary>
internal sealed class HubLine : IAsyncDisposable
{
    private const byte End = 0x1e;
    private readonly LeanSocket _socket;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<byte[]>> _calls = new();
    private readonly TaskCompletionSource _shaken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _receiving = Task.CompletedTask;
    private long _number;

    private HubLine(LeanSocket socket) => _socket = socket;

    /// <summary>Is told every push, as its record.</summary>
    public Action<ReadOnlySpan<byte>>? Pushed { get; set; }

    public static async Task<HubLine> DialAsync(int port, string path, string origin, string cookie)
    {
        (string, string)[] headers = [("Origin", origin), ("Cookie", cookie)];
        var line = new HubLine(await LeanSocket.ConnectAsync(port, WebSocketMessageType.Text, path, new Uri(origin).Authority, headers));
        line._receiving = line.ReceiveAsync();
        line.Write("""{"protocol":"json","version":1}""");
        await line._shaken.Task;
        return line;
    }

    /// <summary>Calls the method with one argument and returns the record that answers.</summary>
    /// <exception cref="InvalidOperationException">The server refused, or the connection ended.</exception>
    public Task<byte[]> CallAsync(string method, string argument) => InvokeAsync(method, $"[{argument}]");

    /// <inheritdoc cref="CallAsync"/>
    public Task<byte[]> CallWithoutArgumentsAsync(string method) => InvokeAsync(method, "[]");

    /// <summary>The value that an answer carries.</summary>
    public static JsonElement ResultOf(byte[] answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("result").Clone();
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _receiving;
    }

    private async Task<byte[]> InvokeAsync(string method, string arguments)
    {
        var number = Interlocked.Increment(ref _number);
        var answered = new TaskCompletionSource<byte[]>();
        _calls[number] = answered;
        Write($$"""{"type":1,"invocationId":"{{number}}","target":"{{method}}","arguments":{{arguments}}}""");
        var answer = await answered.Task;
        return answer.AsSpan().IndexOf("\"error\":"u8) < 0 ? answer : throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
    }

    private void Write(string record)
    {
        var message = new byte[LeanSocket.Room + Encoding.UTF8.GetByteCount(record) + 1];
        Encoding.UTF8.GetBytes(record, message.AsSpan(LeanSocket.Room));
        message[^1] = End;
        _socket.Send(message);
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[4096];
        var filled = 0;
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(filled)) is > 0 and var received)
            {
                filled = Take(buffer, filled + received);
                if (filled == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or SocketException or ObjectDisposedException)
        {
            // The end of the connection, however it came.
        }

        var ended = new InvalidOperationException("The connection ended.");
        _shaken.TrySetException(ended);
        _calls.Values.ToList().ForEach(call => call.TrySetException(ended));
    }

    /// <summary>Handles the whole records, and returns how much of the next one is left at the buffer's start.</summary>
    private int Take(byte[] buffer, int filled)
    {
        var start = 0;
        while (buffer.AsSpan(start, filled - start).IndexOf(End) is >= 0 and var length)
        {
            Hear(buffer.AsSpan(start, length));
            start += length + 1;
        }

        buffer.AsSpan(start, filled - start).CopyTo(buffer);
        return filled - start;
    }

    private void Hear(ReadOnlySpan<byte> record)
    {
        var completion = "{\"type\":3,\"invocationId\":\""u8;
        if (record.StartsWith(completion) && Utf8Parser.TryParse(record[completion.Length..], out long number, out _))
        {
            _calls.TryRemove(number, out var call);
            call?.SetResult(record.ToArray());
        }
        else if (record.StartsWith("""{"type":1,"""u8))
        {
            Pushed?.Invoke(record);
        }
        else if (record is [(byte)'{', (byte)'}'])
        {
            _shaken.SetResult();
        }
    }
}
