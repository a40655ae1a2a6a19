using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;

namespace iStom.Chat.Benchmarks.Rows;

/// <summary>What a connected, joined visitor who does nothing costs of memory.</summary>
internal sealed class ConnectionMemory : IRow
{
    private const double Kilobyte = 1000;

    /// <summary>Connected before the first look, so that what is there only once is not counted.</summary>
    private const int First = 200;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    public string Number => "5";

    public string Against => "bare Kestrel WebSocket";

    public async Task<IReadOnlyList<Measure>> RunAsync(Bench bench)
    {
        var count = bench.Count(full: 5000, smoke: 20);
        var database = await bench.CreateDatabaseAsync();
        var cookies = await ChatUnderTest.AddVisitorsAsync(database, First + count);
        return [await Alternating.RunAsync($"memory per held, joined connection, kB, {count}", Goal.AtMost(1.5), () => BareAsync(count), () => JoinedAsync(database, cookies))];
    }

    private static async Task<double> BareAsync(int count)
    {
        await using var kestrel = await BareKestrel.StartAsync();
        return await PerConnectionAsync(await kestrel.ProcessId, count, _ => kestrel.DialAsync());
    }

    private static async Task<double> JoinedAsync(string database, IReadOnlyList<string> cookies)
    {
        await using var chat = await ChatUnderTest.StartAsync(database);
        return await PerConnectionAsync(await chat.ProcessId, cookies.Count - First, i => chat.OpenPanelAsync(cookies[i]));
    }

    private static async Task<double> PerConnectionAsync<T>(int process, int count, Func<int, Task<T>> dial)
        where T : IAsyncDisposable
    {
        var first = await Crowd.DialAsync(0, First, dial);
        await Patience.RestAsync(Settling);
        var before = ProcessMemory.Of(process);
        var rest = await Crowd.DialAsync(First, count, dial);
        await Patience.RestAsync(Settling);
        var perConnection = (ProcessMemory.Of(process) - before) / count / Kilobyte;
        await Crowd.LeaveAsync(first.Concat(rest).Cast<IAsyncDisposable>());
        return perConnection;
    }
}
