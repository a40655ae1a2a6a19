using System.Diagnostics;
using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;

namespace iStom.Chat.Benchmarks.Rows;

/// <summary>How soon a started server accepts a message, and what many messages leave behind in its memory.</summary>
internal sealed class StartAndLongRun : IRow
{
    private const int Conversations = 16;
    private const double Megabyte = 1e6;

    /// <summary>How many messages; a million takes minutes.</summary>
    private static readonly int Messages = Bench.Setting("BENCH_MESSAGES", 1_000_000);

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    public string Number => "13";

    public string Against => "bare Kestrel's start; the idle server";

    public async Task<IReadOnlyList<Measure>> RunAsync(Bench bench)
    {
        var database = await bench.CreateDatabaseAsync();
        var cookies = await ChatUnderTest.AddVisitorsAsync(database, Alternating.Rounds);
        var round = 0;
        var start = await Alternating.RunAsync(
            "start to first accepted message, s, its PostgreSQL running", Goal.AtMost(2), EchoedAsync, () => AcceptedAsync(database, cookies[round++]));
        return [start, await GrowthAsync(database, bench.Count(Messages, smoke: 200))];
    }

    private static async Task<double> EchoedAsync()
    {
        var start = Stopwatch.GetTimestamp();
        await using var kestrel = BareKestrel.Start();
        await using var line = await kestrel.FirstLineAsync();
        line.Send(1);
        await line.ReceiveAsync();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<double> AcceptedAsync(string database, string cookie)
    {
        var start = Stopwatch.GetTimestamp();
        await using var chat = ChatUnderTest.Start(database);
        await using var panel = await Patience.UntilAsync(() => chat.OpenPanelAsync(cookie));
        await panel.CallAsync("Send", ChatUnderTest.Letter());
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<Measure> GrowthAsync(string database, int messages)
    {
        await using var chat = await ChatUnderTest.StartAsync(database);
        var panels = await chat.OpenPanelsAsync(Conversations);
        var load = new SendLoad(panels);
        await load.SendAsync(Conversations);
        await Patience.RestAsync(Settling);
        var idle = ProcessMemory.Of(await chat.ProcessId);
        await load.SendAsync(messages);
        await Patience.RestAsync(Settling);
        return new($"memory after {messages} messages, MB", [idle / Megabyte], [ProcessMemory.Of(await chat.ProcessId) / Megabyte], Goal.AtMost(1.5), "against the idle server");
    }
}
