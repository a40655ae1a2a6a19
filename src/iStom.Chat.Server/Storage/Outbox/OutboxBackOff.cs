namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>When a failed message is tried again. The waiting itself is a row's due instant, which outlives the process.</summary>
public static class OutboxBackOff
{
    /// <summary>Part of a delay that chance takes away or adds, so that what failed together does not come back together.</summary>
    private const double Jitter = 0.25;

    /// <summary>The delay after the n-th failed try: doubling from the first, up to the greatest, give or take a quarter.</summary>
    /// <param name="options">First and greatest delay.</param>
    /// <param name="failed">From 1.</param>
    /// <param name="chance">From 0 to 1; one half is no jitter.</param>
    public static TimeSpan DelayAfter(OutboxOptions options, int failed, double chance)
    {
        const int EnoughForEver = 40;
        var delay = options.FirstDelay.TotalSeconds * Math.Pow(2, Math.Min(failed - 1, EnoughForEver));
        return TimeSpan.FromSeconds(Math.Min(delay, options.MaxDelay.TotalSeconds) * (1 + (Jitter * ((2 * chance) - 1))));
    }
}
