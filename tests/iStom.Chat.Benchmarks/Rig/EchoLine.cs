using System.Net.WebSockets;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>A WebSocket to the bare Kestrel.</summary>
internal sealed class EchoLine : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();

    private EchoLine()
    {
    }

    public static async Task<EchoLine> DialAsync(int port)
    {
        var line = new EchoLine();
        await line._socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/"), CancellationToken.None);
        return line;
    }

    public void Send(int number) =>
        _ = _socket.SendAsync(BitConverter.GetBytes(number), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

    public async Task<int> ReceiveAsync()
    {
        var buffer = new byte[sizeof(int)];
        await _socket.ReceiveAsync(buffer, CancellationToken.None);
        return BitConverter.ToInt32(buffer);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
