using System.Diagnostics;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Benchmarks.Measuring;

/// <summary>
/// Begins something at every due time, whatever became of what was begun before. Latency counts from the due time, so that
/// whoever is made to wait in a queue is counted, too.
/// </summary>
internal sealed class OpenLoop(int perSecond, TimeSpan time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly int _count = (int)(perSecond * time.TotalSeconds);
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private double[] _milliseconds = [];
    private long _start;
    private int _ended;

    /// <summary>Whether anything has not arrived yet.</summary>
    public bool IsAwaiting => Volatile.Read(ref _ended) < _count;

    /// <summary>What was begun with this number has arrived. Once for each.</summary>
    public void End(int number)
    {
        _milliseconds[number] = Stopwatch.GetElapsedTime(DueAt(number)).TotalMilliseconds;
        if (Interlocked.Increment(ref _ended) == _count)
        {
            _all.SetResult();
        }
    }

    /// <returns>Milliseconds of each.</returns>
    public async Task<IReadOnlyList<double>> RunAsync(Action<int> begin)
    {
        _milliseconds = new double[_count];
        _start = Stopwatch.GetTimestamp() + Stopwatch.Frequency / 10;
        var pace = new Thread(() => Pace(begin)) { IsBackground = true };
        pace.Start();
        await _all.Task.WaitAsync(time + Limit, new WallClock());
        return _milliseconds;
    }

    private long DueAt(int number) => _start + number * Stopwatch.Frequency / perSecond;

    /// <summary>A thread of its own that waits in whole milliseconds and turns the last one round: a timer may be that late.</summary>
    private void Pace(Action<int> begin)
    {
        using var never = new ManualResetEventSlim();
        for (var number = 0; number < _count; number++)
        {
            var due = DueAt(number);
            var wait = (int)Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due).TotalMilliseconds - 1;
            if (wait > 0)
            {
                never.Wait(wait);
            }

            while (Stopwatch.GetTimestamp() < due)
            {
                Thread.SpinWait(20);
            }

            begin(number);
        }
    }
}
