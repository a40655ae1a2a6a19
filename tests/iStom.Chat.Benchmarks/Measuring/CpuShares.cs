using System.Globalization;

namespace iStom.Chat.Benchmarks.Measuring;

/// <summary>Which process works how long for one message: what a throughput on few cores is made of. Linux only; else nothing is said.</summary>
/// <param name="processes">By name; with their children.</param>
internal sealed class CpuShares(params (string Name, int Process)[] processes)
{
    private const double TicksPerSecond = 100;
    private double[] _seconds = new double[processes.Length];
    private double _messages;

    /// <param name="load">Returns messages a second.</param>
    /// <param name="time">How long it runs.</param>
    public async Task<double> WatchAsync(Func<Task<double>> load, TimeSpan time)
    {
        var before = Read();
        var perSecond = await load();
        _seconds = [.. _seconds.Zip(Read().Zip(before, (after, was) => after - was), (sum, more) => sum + more)];
        _messages += perSecond * time.TotalSeconds;
        return perSecond;
    }

    public override string ToString() => string.Join(", ", processes.Select((process, i) =>
        string.Create(CultureInfo.InvariantCulture, $"{process.Name} {_seconds[i] / _messages * 1e6:0} µs of CPU a message")));

    private double[] Read()
    {
        var all = Directory.Exists("/proc/self") ? Directory.GetDirectories("/proc").Select(StatOf).OfType<Stat>().ToList() : [];
        return [.. processes.Select(process => all.Where(stat => stat.Process == process.Process || stat.Parent == process.Process).Sum(stat => stat.Seconds))];
    }

    /// <summary>proc(5): parent is field 4; user and system time are fields 14 and 15. The name, in brackets, may hold blanks.</summary>
    private static Stat? StatOf(string folder)
    {
        try
        {
            var text = int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? File.ReadAllText(Path.Combine(folder, "stat")) : "";
            var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields.Length < 13 ? null : new(id, Number(fields[1]), (Number(fields[11]) + Number(fields[12])) / TicksPerSecond);
        }
        catch (IOException)
        {
            return null; // It has just ended.
        }
    }

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);

    private sealed record Stat(int Process, int Parent, double Seconds);
}
