using System.Threading.RateLimiting;

namespace iStom.Chat.Server.Hosting;

/// <summary>A token bucket: so much at once, and so much in the long run.</summary>
public sealed record Bucket
{
    /// <summary>What may come at once after a quiet time.</summary>
    public int Burst { get; init; }

    /// <summary>How fast the burst refills.</summary>
    public double PerSecond { get; init; }

    /// <summary>One token at a time, so that <c>RetryAfter</c> is when the next one is there.</summary>
    internal TokenBucketRateLimiterOptions ToOptions(bool refillsItself) => new()
    {
        TokenLimit = Burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1 / PerSecond),
        AutoReplenishment = refillsItself,
        QueueLimit = 0,
    };
}
