using System.Net.Sockets;
using iStom.Chat.Faults.Tests.Workload;

namespace iStom.Chat.Faults.Tests.Network;

/// <summary>One connection through the proxy, and what can befall it.</summary>
internal sealed class ProxiedConnection(Socket client, Socket server) : IDisposable
{
    private static readonly TimeSpan UntilCut = TimeSpan.FromMilliseconds(150);
    private readonly CancellationTokenSource _cut = new();
    private volatile Task _hold = Task.CompletedTask;
    private volatile bool _swallowsNext;
    private volatile bool _swallows;

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
    public void Hold(TimeSpan time) => _hold = Paces.WaitAsync(time, _cut.Token);

    /// <summary>The next request arrives, but nothing that the server says from then on; soon after, the connection is cut.</summary>
    public void SwallowNextAnswer() => _swallowsNext = true;

    public async Task PassAsync()
    {
        var (requests, answers) = (PassAsync(client, server, isAnswer: false), PassAsync(server, client, isAnswer: true));
        await Task.WhenAny(requests, answers);
        await _cut.CancelAsync();
        await Task.WhenAll(requests, answers);
    }

    public void Dispose()
    {
        _cut.Cancel();
        client.Close(0);
        server.Close(0);
        _cut.Dispose();
    }

    private async Task PassAsync(Socket from, Socket to, bool isAnswer)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _cut.Token) is > 0 and var count)
            {
                await _hold;
                if (isAnswer && _swallows)
                {
                    continue;
                }

                await to.SendAsync(buffer.AsMemory(0, count), _cut.Token);
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
    }

    private async Task CutSoonAsync()
    {
        await Paces.WaitAsync(UntilCut, _cut.Token);
        Cut();
    }
}
