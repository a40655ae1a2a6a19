using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Server.Demo;

/// <summary>
/// The demo's time. At night and on days off only paid tickets may be taken, which would leave a newcomer with nothing to
/// try; so outside working hours the demo's clock starts an hour after the next opening and runs on from there. Everything
/// that it computes is right for the time that it shows. <c>Demo:Clock=real</c> turns it off.
/// </summary>
public sealed class DemoClock : IClock
{
    private static readonly Duration IntoTheDay = Duration.FromHours(1);
    private readonly IClock _real;
    private readonly Duration _ahead;

    public DemoClock(IClock real, PromiseClock promises)
    {
        _real = real;
        var now = real.GetCurrentInstant();
        _ahead = promises.WorkingTime.IsOpen(now) ? Duration.Zero : promises.WorkingTime.NextOpening(now) + IntoTheDay - now;
    }

    /// <summary>Whether it shows another time than the machine's.</summary>
    public bool IsAhead => _ahead > Duration.Zero;

    public Instant GetCurrentInstant() => _real.GetCurrentInstant() + _ahead;
}
