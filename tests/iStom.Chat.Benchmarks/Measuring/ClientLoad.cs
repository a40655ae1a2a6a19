using System.Diagnostics;
using System.Globalization;

namespace iStom.Chat.Benchmarks.Measuring;

/// <summary>How much of a core the measuring itself took, which the server on the same machine did not get.</summary>
internal sealed class ClientLoad
{
    private const double Saturated = 0.95;
    private double _most;

    public async Task<double> WatchAsync(Func<Task<double>> measured)
    {
        using var self = Process.GetCurrentProcess();
        var (before, start) = (self.TotalProcessorTime, Stopwatch.GetTimestamp());
        var result = await measured();
        self.Refresh();
        _most = Math.Max(_most, (self.TotalProcessorTime - before) / Stopwatch.GetElapsedTime(start));
        return result;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"client {_most:0.00} of a core{(_most >= Saturated ? ": IT SATURATES A CORE" : "")}");
}
