using System.Net.WebSockets;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>A WebSocket to the bare Kestrel.</summary>
internal sealed class EchoLine : IAsyncDisposable
{
    private readonly LeanSocket _socket;

    private EchoLine(LeanSocket socket) => _socket = socket;

    public static async Task<EchoLine> DialAsync(int port) =>
        new(await LeanSocket.ConnectAsync(port, WebSocketMessageType.Binary, "/", $"127.0.0.1:{port}"));

    public void Send(int number)
    {
        Span<byte> message = stackalloc byte[LeanSocket.Room + sizeof(int)];
        BitConverter.TryWriteBytes(message[LeanSocket.Room..], number);
        _socket.Send(message);
    }

    public async Task<int> ReceiveAsync()
    {
        var buffer = new byte[sizeof(int)];
        for (var filled = 0; filled < buffer.Length;)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(filled));
            filled += received > 0 ? received : throw new InvalidOperationException("The connection ended.");
        }

        return BitConverter.ToInt32(buffer);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
