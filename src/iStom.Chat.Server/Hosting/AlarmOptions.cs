using iStom.Chat.Domain.Sites;

namespace iStom.Chat.Server.Hosting;

/// <summary>Where alarms may be told besides the net at large: the configuration section <c>Alarms</c>.</summary>
public sealed record AlarmOptions
{
    /// <summary>Origins of our own network that a webhook may call, such as <c>http://10.0.0.5:8080</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Every setting that makes no sense, in words.</summary>
    public IEnumerable<string> Errors() => AllowedOrigins
        .Where(origin => origin != SiteRules.OriginOf(origin)).Select(origin => $"Alarms:AllowedOrigins: \"{origin}\" must be like https://example.org");
}
