using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;
using iStom.Chat.Benchmarks.Rows;

namespace iStom.Chat.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project tests/iStom.Chat.Benchmarks [rows] [--smoke]</c> measures the rows (all of them by
/// default) and prints the table; with <c>--smoke</c>, in seconds, only that everything still runs. <c>BENCH_SECONDS</c> is how
/// long each measurement lasts (4), <c>BENCH_MESSAGES</c> how many messages the long run has (a million).
/// </summary>
internal static class CommandLine
{
    private const string Smoke = "--smoke";
    private static readonly IRow[] Rows =
    [
        new AcceptedMessages(), new DeliveryLatency(), new ConnectionMemory(), new QueuePage(), new Reconnecting(), new WidgetBytes(), new Deadlines(),
        new StartAndLongRun(), new Writers(), new Searching(), new ManualFirst(), new ClickToPanel(), new HostPageCost(),
    ];

    public static Task Main(string[] args) =>
        BareKestrel.IsAskedFor(args) ? BareKestrel.ServeAsync(args) : MeasureAsync(args.Contains(Smoke, StringComparer.Ordinal), [.. args.Where(arg => arg != Smoke)]);

    private static async Task MeasureAsync(bool isSmoke, IReadOnlyList<string> asked)
    {
        Alternating.Rounds = isSmoke ? 1 : Alternating.Rounds;
        await using var bench = await Bench.StartAsync(isSmoke);
        Console.WriteLine($"{await bench.DescribeAsync()}; {Environment.ProcessorCount} cores; load before {LoadAverage()}");
        var results = new List<(IRow Row, Measure Measure)>();
        foreach (var row in Rows.Where(row => asked.Count == 0 || asked.Contains(row.Number, StringComparer.Ordinal)))
        {
            Console.WriteLine($"row {row.Number}, against {row.Against}");
            foreach (var measure in await row.RunAsync(bench))
            {
                ResultTable.WriteFigures(Console.Out, measure);
                results.Add((row, measure));
            }
        }

        Console.WriteLine($"load after {LoadAverage()}{(isSmoke ? "; a smoke: the figures mean nothing" : "")}");
        ResultTable.Write(Console.Out, results);
    }

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
