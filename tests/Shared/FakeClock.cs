using NodaTime;

namespace iStom.Chat.TestSupport;

/// <summary>Stands still until it is moved.</summary>
public sealed class FakeClock(Instant now) : IClock
{
    private readonly Lock _lock = new();
    private Instant _now = now;

    public Instant GetCurrentInstant()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public void Set(Instant now)
    {
        lock (_lock)
        {
            _now = now;
        }
    }

    public void Advance(Duration duration) => Set(GetCurrentInstant() + duration);
}
