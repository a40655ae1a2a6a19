namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>How the outbox is worked off.</summary>
public sealed record OutboxOptions
{
    /// <summary>Messages that a worker has in hand at once.</summary>
    public int Batch { get; init; } = 8;

    /// <summary>Tries before a message is parked; with the delays below the last is some nine hours after the first.</summary>
    public int Tries { get; init; } = 12;

    /// <summary>The longest that one try may take.</summary>
    public TimeSpan TryLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a taken message belongs to its worker, by the database's clock, which all nodes share. Longer than
    /// <see cref="TryLimit"/> by what storing the outcome may take; after a crash the message waits for its end.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often it is looked for messages that have become due, or were left by another node.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>When it is looked again at what somebody has paused; going on does not wait for that.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Delay after the first failed try; it doubles with each.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>No delay is longer, jitter apart.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromHours(2);
}
