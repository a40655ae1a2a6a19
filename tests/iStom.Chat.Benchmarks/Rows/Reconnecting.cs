using System.Diagnostics;
using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;

namespace iStom.Chat.Benchmarks.Rows;

/// <summary>All panels lose their connection at once, each misses some messages, and all come back at once.</summary>
internal sealed class Reconnecting : IRow
{
    private const int Missed = 20;

    public string Number => "8";

    public string Against => "bare Kestrel, only connecting";

    public async Task<IReadOnlyList<Measure>> RunAsync(Bench bench)
    {
        var count = bench.Count(full: 1000, smoke: 10);
        var database = await bench.CreateDatabaseAsync();
        await using var kestrel = await BareKestrel.StartAsync();
        await using var chat = await ChatUnderTest.StartAsync(database);
        var cookies = await ChatUnderTest.AddVisitorsAsync(database, count);
        await WriteAsync(chat, cookies);
        return [await Alternating.RunAsync(
            $"{count} clients reconnect, {Missed} missed messages each, s", Goal.AtMost(2.5),
            () => TimeAsync(count, _ => kestrel.DialAsync()), () => TimeAsync(count, i => CatchUpAsync(chat, cookies[i])))];
    }

    private static async Task WriteAsync(ChatUnderTest chat, IReadOnlyList<string> cookies)
    {
        var lines = await Crowd.DialAsync(0, cookies.Count, i => chat.OpenPanelAsync(cookies[i]));
        await new SendLoad(lines).SendAsync((Missed + 1) * lines.Count);
        await Crowd.LeaveAsync(lines);
    }

    private static async Task<double> TimeAsync<T>(int count, Func<int, Task<T>> come)
        where T : IAsyncDisposable
    {
        var start = Stopwatch.GetTimestamp();
        var lines = await Crowd.DialAsync(0, count, come);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await Crowd.LeaveAsync(lines.Cast<IAsyncDisposable>());
        return seconds;
    }

    /// <summary>Complete: all that was missed, each once, in order. The thread begins with its start and the ticket's notice.</summary>
    private static async Task<HubLine> CatchUpAsync(ChatUnderTest chat, string cookie)
    {
        const int Known = 3;
        var line = await chat.DialVisitorAsync(cookie);
        var joined = HubLine.ResultOf(await line.CallAsync("Join", $$"""{"after":{{Known}}}"""));
        var sequences = joined.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("sequence").GetInt64());
        return sequences.SequenceEqual(Enumerable.Range(Known + 1, Missed).Select(sequence => (long)sequence))
            ? line
            : throw new InvalidOperationException("A message is missing, or came twice.");
    }
}
