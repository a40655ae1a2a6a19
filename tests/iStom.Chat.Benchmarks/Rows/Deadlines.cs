using System.Diagnostics;
using System.Globalization;
using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tests.Regulation;
using NodaTime;

namespace iStom.Chat.Benchmarks.Rows;

/// <summary>How soon it is known by when a person must react.</summary>
internal sealed class Deadlines : IRow
{
    private static readonly PromiseClock Clock = PromiseClock.Default;

    private static readonly NaiveCalendar Naive = new(
        Clock.Regulation.Zone, date => Clock.Calendar.IsWorkingDay(date) ? Clock.Regulation.Hours : DayHours.Closed);

    /// <summary>Whole minutes of two years, in no order.</summary>
    private static readonly Instant[] Starts =
        [.. Enumerable.Range(0, 1000).Select(i => Instant.FromUtc(2025, 1, 9, 0, 0) + Duration.FromMinutes(i * 7919L % 1000 * 1000))];

    public string Number => "12";

    public string Against => "a loop over minutes";

    public async Task<IReadOnlyList<Measure>> RunAsync(Bench bench)
    {
        var count = bench.Count(full: 400, smoke: 20);
        var (standard, urgent) = (Clock.Regulation.Standard, Clock.Regulation.Urgent);
        return
        [
            await MeasureAsync("deadlines/s, two working days", count, start => NaiveDue(standard, start), start => Clock.WorkingTime.Add(start, standard.Budget)),
            await MeasureAsync("deadlines/s, two hours", count, start => NaiveDue(urgent, start), start => Clock.WorkingTime.Add(start, urgent.Budget)),
            await MeasureAsync("whole promises/s, two working days", count, start => NaiveAtRisk(standard, start), start => Clock.PromiseFor(standard.Level, start).AtRiskAt),
        ];
    }

    private static Instant NaiveDue(LevelTerms terms, Instant start) => Naive.Add(start, (int)terms.Budget.TotalMinutes);

    /// <summary>Due first, as a promise has both.</summary>
    private static Instant NaiveAtRisk(LevelTerms terms, Instant start) =>
        Naive.Add(start, Naive.Between(start, NaiveDue(terms, start)) - (int)terms.Guard.TotalMinutes);

    private static Task<Measure> MeasureAsync(string what, int count, Func<Instant, Instant> naive, Func<Instant, Instant> ours)
    {
        if (Array.FindIndex(Starts, start => naive(start) != ours(start)) is >= 0 and var wrong)
        {
            throw new InvalidOperationException($"Two answers for {Starts[wrong]}.");
        }

        PerSecond(count * 1000, ours); // compiled by now
        var before = GC.GetAllocatedBytesForCurrentThread();
        ours(Starts[0]);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return Alternating.RunAsync(
            what, Goal.AtLeast(300), () => Task.FromResult(PerSecond(count, naive)), () => Task.FromResult(PerSecond(count * 1000, ours)),
            string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes allocated for each"));
    }

    private static double PerSecond(int count, Func<Instant, Instant> answer)
    {
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            answer(Starts[i % Starts.Length]);
        }

        return count / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }
}
