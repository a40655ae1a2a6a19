using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;

namespace iStom.Chat.TestSupport;

/// <summary>
/// SignalR's client over a WebSocket without negotiation. It stands for Http.Connections.Client, which the registry lacks.
/// </summary>
public sealed class WebSocketConnectionFactory(Action<ClientWebSocketOptions> configure) : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = new ClientWebSocket();
        configure(socket.Options);
        try
        {
            await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        return new WebSocketConnection(socket);
    }

    private sealed class WebSocketConnection : DefaultConnectionContext
    {
        private readonly ClientWebSocket _socket;
        private readonly CancellationTokenSource _closed = new();
        private readonly Task _pumps;

        public WebSocketConnection(ClientWebSocket socket)
        {
            _socket = socket;
            var (fromSocket, toSocket) = (new Pipe(), new Pipe());
            ConnectionId = Guid.NewGuid().ToString();
            Transport = new DuplexPipe(fromSocket.Reader, toSocket.Writer);
            ConnectionClosed = _closed.Token;
            _pumps = Task.WhenAll(ReceiveAsync(fromSocket.Writer), SendAsync(toSocket.Reader));
        }

        public override async ValueTask DisposeAsync()
        {
            await Transport.Output.CompleteAsync();
            _socket.Abort();
            await _pumps;
            _socket.Dispose();
            _closed.Dispose();
            await base.DisposeAsync();
        }

        private async Task ReceiveAsync(PipeWriter output)
        {
            try
            {
                while (await _socket.ReceiveAsync(output.GetMemory(4096), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } received)
                {
                    output.Advance(received.Count);
                    await output.FlushAsync();
                }
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The end of the connection, however it came.
            }

            await output.CompleteAsync();
            await _closed.CancelAsync();
        }

        private async Task SendAsync(PipeReader input)
        {
            try
            {
                while (await input.ReadAsync() is { IsCompleted: false } read)
                {
                    foreach (var segment in read.Buffer)
                    {
                        await _socket.SendAsync(segment, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                    }

                    input.AdvanceTo(read.Buffer.End);
                }
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                // As above.
            }

            await input.CompleteAsync();
        }
    }

    private sealed record DuplexPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
