using System.Collections.Concurrent;
using iStom.Chat.Faults.Tests.Workload;

namespace iStom.Chat.Faults.Tests.Network;

/// <summary>Breaks connections of a proxy, one every now and then, as the seed says.</summary>
internal sealed class BadNetwork(int seed, FaultyProxy proxy, ConcurrentDictionary<string, int> faults)
{
    public async Task RageAsync(CancellationToken stop)
    {
        for (var random = new Random(seed); !stop.IsCancellationRequested; await Paces.WaitAsync(TimeSpan.FromMilliseconds(random.Next(20, 160)), stop))
        {
            if (proxy.Open is [_, ..] open)
            {
                Break(open, random);
            }
        }
    }

    private void Break(IReadOnlyList<ProxiedConnection> open, Random random)
    {
        var connection = open[random.Next(open.Count)];
        switch (random.Next(100))
        {
            case < 45:
                connection.SwallowNextAnswer();
                Count("swallowed answers");
                break;
            case < 75:
                connection.Cut();
                Count("cuts");
                break;
            case < 97:
                connection.Hold(TimeSpan.FromMilliseconds(random.Next(20, 700)));
                Count("delays");
                break;
            default:
                proxy.CutAll();
                Count("cuts of all");
                break;
        }
    }

    private void Count(string fault) => faults.AddOrUpdate(fault, 1, (_, count) => count + 1);
}
