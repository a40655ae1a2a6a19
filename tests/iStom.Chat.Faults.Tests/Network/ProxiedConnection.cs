using System.Net.NetworkInformation;
using System.Net.Sockets;
using iStom.Chat.Faults.Tests.Workload;

namespace iStom.Chat.Faults.Tests.Network;

/// <summary>One connection through the proxy, and what can befall it.</summary>
internal sealed class ProxiedConnection : IDisposable
{
    private static readonly TimeSpan UntilCut = TimeSpan.FromMilliseconds(150);
    private readonly Socket _client;
    private readonly Socket _server;
    private readonly CancellationTokenSource _cut = new();
    private readonly CancellationToken _end;
    private volatile Task _hold = Task.CompletedTask;
    private volatile TaskCompletionSource? _frozen;
    private volatile bool _swallowsNext;
    private volatile bool _swallows;

    public ProxiedConnection(Socket client, Socket server) => (_client, _server, _end) = (client, server, _cut.Token);

    /// <summary>Whether the server has hung up, which a side that sleeps does not see.</summary>
    public bool IsAbandoned => !IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Any(connection => connection.State == TcpState.Established && connection.LocalEndPoint.Equals(_server.LocalEndPoint));

    /// <summary>Ends it on both sides with a reset, whatever is under way.</summary>
    public void Cut()
    {
        try
        {
            _cut.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Nothing passes for a while; then it goes on.</summary>
    public void Hold(TimeSpan time) => _hold = Paces.WaitAsync(time, _end);

    /// <summary>Nothing passes any more, not even the end of a side: a machine that sleeps, a cable that is out.</summary>
    public void Freeze()
    {
        _frozen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _hold = _frozen.Task.WaitAsync(_end);
    }

    /// <summary>What was held back arrives, and it goes on.</summary>
    public void Thaw() => _frozen?.TrySetResult();

    /// <summary>The next request arrives, but nothing that the server says from then on; soon after, the connection is cut.</summary>
    public void SwallowNextAnswer() => _swallowsNext = true;

    public async Task PassAsync()
    {
        var (requests, answers) = (PassAsync(_client, _server, isAnswer: false), PassAsync(_server, _client, isAnswer: true));
        await Task.WhenAny(requests, answers);
        await _cut.CancelAsync();
        await Task.WhenAll(requests, answers);
    }

    public void Dispose()
    {
        _cut.Cancel();
        _client.Close(0);
        _server.Close(0);
        _cut.Dispose();
    }

    private async Task PassAsync(Socket from, Socket to, bool isAnswer)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _end) is > 0 and var count)
            {
                await _hold;
                if (isAnswer && _swallows)
                {
                    continue;
                }

                await to.SendAsync(buffer.AsMemory(0, count), _end);
                if (!isAnswer && _swallowsNext)
                {
                    (_swallowsNext, _swallows) = (false, true);
                    _ = CutSoonAsync();
                }
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The end of the connection, however it came.
        }

        await _hold.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task CutSoonAsync()
    {
        await Paces.WaitAsync(UntilCut, _end);
        Cut();
    }
}
