using iStom.Chat.TestSupport;

namespace iStom.Chat.Faults.Tests.Workload;

/// <summary>How fast a crowd works.</summary>
internal static class Paces
{
    private static readonly WallClock Time = new();

    /// <summary>As fast as it goes.</summary>
    public static readonly Pace AtOnce = async (_, _) => await Task.Yield();

    /// <summary>Some ten steps per second and client: load, not a benchmark.</summary>
    public static readonly Pace Busy = (random, stop) => WaitAsync(TimeSpan.FromMilliseconds(random.Next(20, 180)), stop);

    /// <summary>Some three steps per second and client: others need the machine.</summary>
    public static readonly Pace Calm = (random, stop) => WaitAsync(TimeSpan.FromMilliseconds(random.Next(150, 500)), stop);

    /// <summary>Waits for a time or the stop, whichever is first.</summary>
    public static Task WaitAsync(TimeSpan time, CancellationToken stop) =>
        Task.Delay(time, Time, stop).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
}
