using System.Collections.Concurrent;
using System.Text.Json;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>
/// What a page's main thread did from its document's start until the network was at rest. In its own processor time, which the
/// throttle lengthens; what else runs on the machine lengthens it less than it does the time on the clock.
/// </summary>
/// <param name="Longest">Its longest task, in milliseconds.</param>
/// <param name="Busy">All of its tasks, in milliseconds.</param>
/// <param name="Shift">How far its layout shifted: the sum of the shifts' scores.</param>
internal sealed record PageLoad(double Longest, double Busy, double Shift)
{
    private const double Microseconds = 1000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private const string Watch = """
        performance.mark('page-begins');
        window.shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: 'layout-shift', buffered: true });
        """;

    /// <summary>A first visit on a slow machine: a PerformanceObserver sees tasks of 50 ms and more, a trace the shorter ones too.</summary>
    /// <param name="context">New: nothing is cached.</param>
    /// <param name="address">Of the page.</param>
    /// <param name="slowdown">How many times slower the processor is made.</param>
    public static async Task<PageLoad> MeasureAsync(IBrowserContext context, string address, int slowdown)
    {
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Watch);
        var tools = await context.NewCDPSessionAsync(page);
        await tools.SendAsync("Emulation.setCPUThrottlingRate", new(StringComparer.Ordinal) { ["rate"] = slowdown });
        var events = await TraceAsync(tools, async () =>
        {
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.EvaluateAsync("performance.mark('page-rests')");
        });
        return Read(events, await page.EvaluateAsync<double>("shift"));
    }

    private static async Task<IReadOnlyCollection<JsonElement>> TraceAsync(ICDPSession tools, Func<Task> traced)
    {
        var events = new ConcurrentQueue<JsonElement>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        tools.Event("Tracing.dataCollected").OnEvent += (_, data) => data!.Value.GetProperty("value").EnumerateArray().ToList().ForEach(events.Enqueue);
        tools.Event("Tracing.tracingComplete").OnEvent += (_, _) => all.TrySetResult();
        await tools.SendAsync("Tracing.start", new(StringComparer.Ordinal) { ["categories"] = "-*,blink.user_timing,disabled-by-default-devtools.timeline", ["transferMode"] = "ReportEvents" });
        await traced();
        await tools.SendAsync("Tracing.end");
        await all.Task.WaitAsync(Limit, new WallClock());
        return events;
    }

    private static PageLoad Read(IReadOnlyCollection<JsonElement> events, double shift)
    {
        var (begin, end) = (Marked(events, "page-begins"), Marked(events, "page-rests"));
        var tasks = events.Where(one => Is(one, "RunTask") && Thread(one) == Thread(end) && Number(one, "ts") >= Number(begin, "ts") && Number(one, "ts") < Number(end, "ts"))
            .Select(one => one.TryGetProperty("tdur", out var microseconds) ? microseconds.GetDouble() / Microseconds : 0).ToList();
        return new(tasks.Max(), tasks.Sum(), shift);
    }

    /// <summary>The last one: a page that was left has the same marks.</summary>
    private static JsonElement Marked(IEnumerable<JsonElement> events, string mark) => events.Where(one => Is(one, mark)).MaxBy(one => Number(one, "ts"));

    private static bool Is(JsonElement one, string name) => one.GetProperty("name").ValueEquals(name);

    private static double Number(JsonElement one, string name) => one.GetProperty(name).GetDouble();

    private static (double Process, double Thread) Thread(JsonElement one) => (Number(one, "pid"), Number(one, "tid"));
}
