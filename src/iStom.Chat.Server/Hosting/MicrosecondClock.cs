using NodaTime;

namespace iStom.Chat.Server.Hosting;

/// <summary>The time to the microsecond, which is what PostgreSQL keeps: what is decided on is what is read back.</summary>
public sealed class MicrosecondClock(IClock clock) : IClock
{
    private const long TicksPerMicrosecond = NodaConstants.TicksPerMillisecond / 1000;

    public Instant GetCurrentInstant()
    {
        var ticks = clock.GetCurrentInstant().ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - (ticks % TicksPerMicrosecond));
    }
}
