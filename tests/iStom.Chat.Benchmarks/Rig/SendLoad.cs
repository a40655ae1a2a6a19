using System.Diagnostics;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>Visitors who write as fast as they are acknowledged.</summary>
internal sealed class SendLoad(IReadOnlyList<HubLine> panels)
{
    /// <returns>Acknowledged messages in a second.</returns>
    public async Task<double> RunAsync(TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(panels.Select(panel => Task.Run(() => WriteAsync(panel, _ => Stopwatch.GetElapsedTime(start) < time))));
        return counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>So many messages in all.</summary>
    public Task SendAsync(int messages) => Task.WhenAll(panels.Select(panel => WriteAsync(panel, sent => sent < messages / panels.Count)));

    private static async Task<int> WriteAsync(HubLine panel, Func<int, bool> goesOn)
    {
        var sent = 0;
        for (; goesOn(sent); sent++)
        {
            await panel.CallAsync("Send", ChatUnderTest.Letter());
        }

        return sent;
    }
}
