namespace iStom.Chat.Server.Hosting;

/// <summary>
/// How long a stop may take: the configuration section <c>Stop</c>. Together below ten seconds, after which service
/// managers lose patience and kill.
/// </summary>
public sealed record DrainOptions
{
    /// <summary>For calls under way.</summary>
    public TimeSpan Calls { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>For clients to be told.</summary>
    public TimeSpan Connections { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For everything else: HTTP requests, background work.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Every setting that makes no sense, in words.</summary>
    public IEnumerable<string> Errors()
    {
        (string Name, TimeSpan Time)[] times = [(nameof(Calls), Calls), (nameof(Connections), Connections), (nameof(Rest), Rest)];
        return times.Where(limit => limit.Time < TimeSpan.Zero || limit.Time > TimeSpan.FromMinutes(5))
            .Select(limit => $"Stop:{limit.Name} must be from 0 to 5 minutes, such as 00:00:04");
    }
}
