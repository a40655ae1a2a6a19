namespace iStom.Chat.TestSupport;

/// <summary>Stands still until it is moved; whatever waits for a time is then woken.</summary>
public sealed class FakeTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private readonly Lock _lock = new();
    private readonly List<Waiting> _waiting = [];
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start + Passed;

    public override long GetTimestamp() => Passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waiting = new Waiting(this, () => callback(state));
        waiting.Change(dueTime, period);
        return waiting;
    }

    /// <summary>Lets time pass; what is due happens on this thread.</summary>
    public void Advance(TimeSpan span)
    {
        Waiting[] due;
        lock (_lock)
        {
            _passed += span;
            due = [.. _waiting.Where(one => one.Due <= _passed)];
            _waiting.RemoveAll(due.Contains);
        }

        foreach (var one in due)
        {
            one.Ring();
        }
    }

    /// <summary>Whether somebody waits for a time that comes within this span.</summary>
    public bool IsAwaited(TimeSpan span)
    {
        lock (_lock)
        {
            return _waiting.Any(one => one.Due <= _passed + span);
        }
    }

    private TimeSpan Passed
    {
        get
        {
            lock (_lock)
            {
                return _passed;
            }
        }
    }

    private sealed class Waiting(FakeTime time, Action ring) : ITimer
    {
        private TimeSpan _period;

        public TimeSpan Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                (Due, _period) = (time._passed + dueTime, period);
                time._waiting.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    time._waiting.Add(this);
                }
            }

            return true;
        }

        public void Ring()
        {
            if (_period > TimeSpan.Zero)
            {
                Change(_period, _period);
            }

            ring();
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
