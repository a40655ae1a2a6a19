using System.Buffers.Text;
using System.Collections.Concurrent;
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
    private static readonly byte[] Ping = [.. """{"type":6}"""u8, End];
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<long, TaskCompletionSource<byte[]>> _calls = new();
    private readonly TaskCompletionSource _shaken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _receiving = Task.CompletedTask;
    private long _number;

    private HubLine()
    {
    }

    /// <summary>Is told every push, as its record.</summary>
    public Action<ReadOnlySpan<byte>>? Pushed { get; set; }

    public static async Task<HubLine> DialAsync(int port, string path, string origin, string cookie)
    {
        var line = new HubLine();
        line._socket.Options.SetRequestHeader("Host", new Uri(origin).Authority);
        line._socket.Options.SetRequestHeader("Origin", origin);
        line._socket.Options.SetRequestHeader("Cookie", cookie);
        await line._socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}{path}"), CancellationToken.None);
        line._receiving = line.ReceiveAsync();
        await line.WriteAsync([.. """{"protocol":"json","version":1}"""u8, End]);
        await line._shaken.Task;
        return line;
    }

    /// <summary>Calls the method with one argument and returns the record that answers.</summary>
    /// <exception cref="InvalidOperationException">The server refused, or the connection ended.</exception>
    public Task<byte[]> CallAsync(string method, string argument) => InvokeAsync(method, $"[{argument}]");

    /// <inheritdoc cref="CallAsync"/>
    public Task<byte[]> CallWithoutArgumentsAsync(string method) => InvokeAsync(method, "[]");

    /// <summary>The server gives up whoever is silent for half a minute.</summary>
    public Task PingAsync() => WriteAsync(Ping);

    /// <summary>The value that an answer carries.</summary>
    public static JsonElement ResultOf(byte[] answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("result").Clone();
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _receiving;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task<byte[]> InvokeAsync(string method, string arguments)
    {
        var number = Interlocked.Increment(ref _number);
        var answered = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls[number] = answered;
        await WriteAsync(Encoding.UTF8.GetBytes($$"""{"type":1,"invocationId":"{{number}}","target":"{{method}}","arguments":{{arguments}}}{{(char)End}}"""));
        var answer = await answered.Task;
        return answer.AsSpan().IndexOf("\"error\":"u8) < 0 ? answer : throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
    }

    private async Task WriteAsync(byte[] record)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(record, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[4096];
        var filled = 0;
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } received)
            {
                filled = Take(buffer, filled + received.Count);
                if (filled == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
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
