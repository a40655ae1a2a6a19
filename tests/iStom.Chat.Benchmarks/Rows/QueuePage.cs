using System.Diagnostics;
using System.Globalization;
using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Queue;
using iStom.Chat.TestSupport;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Benchmarks.Rows;

/// <summary>The queue's first screen, the next ticket to take and a visitor's place, when very many wait.</summary>
internal sealed class QueuePage : IRow
{
    private const double Limit = 5;
    private static readonly Goal Goal = Goal.AtMost(1.3);

    /// <summary>The lanes follow from the hour: the week's tickets are in turn, in part at risk, or all overdue.</summary>
    private static readonly (string Name, Instant Now)[] Hours =
        [("few at risk", Moscow.At(2026, 11, 17, 10, 30)), ("half at risk", Moscow.At(2026, 11, 20, 11, 0)), ("all overdue", Moscow.At(2026, 12, 1, 12, 0))];

    public string Number => "6";

    public string Against => "the same with 10,000 waiting";

    public async Task<IReadOnlyList<Measure>> RunAsync(Bench bench)
    {
        await using var few = await OpenAsync(bench, bench.Count(full: 10_000, smoke: 200));
        await using var many = await OpenAsync(bench, bench.Count(full: 100_000, smoke: 400));
        var measures = new List<Measure>();
        foreach (var (name, now) in Hours)
        {
            measures.Add(await MeasureAsync(bench, $"first {QueueMapper.Shown} of the queue, {name}", few, many, async queue => await queue.ReadAsync(now, QueueMapper.Shown, default)));
            measures.Add(await MeasureAsync(bench, $"next to take at night, {name}", few, many, async queue => await queue.NextAsync(SupportLevel.Paid, now, default)));
            measures.Add(await MeasureAsync(bench, $"next to take by day, {name}", few, many, async queue => await queue.NextAsync(level: null, now, default)));
            measures.Add(await MeasureAsync(bench, $"first {QueueMapper.Shown} and the place of the last of them, {name}", few, many, async queue => await queue.PlaceAsync(await LastAsync(queue, now), now, default)));
        }

        return measures;
    }

    private static async Task<NpgsqlDataSource> OpenAsync(Bench bench, int tickets)
    {
        var database = await bench.CreateDatabaseAsync();
        await WaitingTickets.FillAsync(database, tickets);
        return NpgsqlDataSource.Create(database);
    }

    private static async Task<Measure> MeasureAsync(Bench bench, string what, NpgsqlDataSource few, NpgsqlDataSource many, Func<QueueReader, Task> read)
    {
        var measure = await Alternating.RunAsync($"{what}, ms", Goal, () => MedianAsync(bench, few, read), () => MedianAsync(bench, many, read));
        var milliseconds = Statistics.Median(measure.Ours);
        return measure with { Note = string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.00} ms, {(milliseconds < Limit ? "under" : "NOT UNDER")} {Limit} ms") };
    }

    /// <summary>Of many reads, one after another.</summary>
    private static async Task<double> MedianAsync(Bench bench, NpgsqlDataSource database, Func<QueueReader, Task> read)
    {
        var queue = new QueueReader(database);
        var times = new List<double>();
        for (var i = 0; i < bench.Count(full: 40, smoke: 3); i++)
        {
            var start = Stopwatch.GetTimestamp();
            await read(queue);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Statistics.Median(times);
    }

    /// <summary>The last of the first screen: a place that is told exactly.</summary>
    private static async Task<TicketRow> LastAsync(QueueReader queue, Instant now) => (await queue.ReadAsync(now, QueueMapper.Shown, default)).First[^1].Row;
}
