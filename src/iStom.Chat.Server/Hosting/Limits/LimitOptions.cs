namespace iStom.Chat.Server.Hosting;

/// <summary>
/// How much one visitor, agent, address or connection may ask for: the configuration section <c>Limits</c>. The defaults
/// let people work undisturbed, two hundred of them behind a clinic's one address too, and stop machines.
/// </summary>
public sealed record LimitOptions
{
    /// <summary>Hub calls and HTTP requests of one visitor, over all tabs.</summary>
    public Bucket VisitorCalls { get; init; } = new() { Burst = 100, PerSecond = 2 };

    /// <summary>What one visitor looks up in the manual, counted apart: it is asked for while they type, and must not keep them from writing.</summary>
    public Bucket VisitorReading { get; init; } = new() { Burst = 40, PerSecond = 1 };

    /// <summary>Hub calls and HTTP requests of one agent, over all windows.</summary>
    public Bucket AgentCalls { get; init; } = new() { Burst = 200, PerSecond = 20 };

    /// <summary>Hub calls from one address, whoever makes them.</summary>
    public Bucket AddressCalls { get; init; } = new() { Burst = 4000, PerSecond = 200 };

    /// <summary>HTTP requests to <c>/api</c> and <c>/hubs</c> (connecting, long polling) from one address.</summary>
    public Bucket AddressRequests { get; init; } = new() { Burst = 4000, PerSecond = 200 };

    /// <summary>Visitors' sessions from one address: each may make a new visitor, which is stored.</summary>
    public Bucket Sessions { get; init; } = new() { Burst = 600, PerSecond = 5 };

    /// <summary>Attempts to sign in from one address: each costs a slow hash.</summary>
    public Bucket SignIns { get; init; } = new() { Burst = 30, PerSecond = 0.5 };

    /// <summary>Files that one visitor or agent uploads.</summary>
    public Bucket Uploads { get; init; } = new() { Burst = 40, PerSecond = 0.2 };

    /// <summary>
    /// Frames of one connection, pings and nonsense included. Who exceeds it is no client of ours and is cut off.
    /// </summary>
    public Bucket Frames { get; init; } = new() { Burst = 1000, PerSecond = 100 };

    /// <summary>Connections of one visitor at the same time: tabs on all three sites.</summary>
    public int ConnectionsPerVisitor { get; init; } = 10;

    /// <summary>Every setting that makes no sense, in words.</summary>
    public IEnumerable<string> Errors()
    {
        (string Name, Bucket Bucket)[] buckets =
        [
            (nameof(VisitorCalls), VisitorCalls), (nameof(VisitorReading), VisitorReading), (nameof(AgentCalls), AgentCalls), (nameof(AddressCalls), AddressCalls),
            (nameof(AddressRequests), AddressRequests), (nameof(Sessions), Sessions), (nameof(SignIns), SignIns), (nameof(Uploads), Uploads), (nameof(Frames), Frames),
        ];
        foreach (var (name, _) in buckets.Where(limit => limit.Bucket.Burst < 1))
        {
            yield return $"Limits:{name}:Burst must be at least 1";
        }

        foreach (var (name, _) in buckets.Where(limit => limit.Bucket.PerSecond is not (>= 0.001 and <= 1_000_000)))
        {
            yield return $"Limits:{name}:PerSecond must be from 0.001 to 1000000";
        }

        if (ConnectionsPerVisitor < 1)
        {
            yield return "Limits:ConnectionsPerVisitor must be at least 1";
        }
    }
}
