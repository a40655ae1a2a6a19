using System.Net.Sockets;
using System.Net.WebSockets;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Benchmarks.Rig;

internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Tries every millisecond until a server that is starting answers.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> attempt)
    {
        using var limit = new CancellationTokenSource(Limit, new WallClock());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1), new WallClock());
        while (true)
        {
            try
            {
                return await attempt();
            }
            catch (Exception e) when (e is WebSocketException or SocketException or HttpRequestException && !limit.IsCancellationRequested)
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
        }
    }

    /// <summary>Gives a server time to finish what it does behind its answers.</summary>
    public static async Task RestAsync(TimeSpan time)
    {
        using var timer = new PeriodicTimer(time, new WallClock());
        await timer.WaitForNextTickAsync();
    }
}
