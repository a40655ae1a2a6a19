using iStom.Chat.Domain.Sites;

namespace iStom.Chat.Server.Hosting.Outbound;

/// <summary>Which programs may be called besides the net at large: the configuration section <c>Outbound</c>.</summary>
public sealed record OutboundOptions
{
    /// <summary>Origins of our own network that may be called, such as <c>http://10.0.0.5:8080</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Every setting that makes no sense, in words.</summary>
    public IEnumerable<string> Errors() => AllowedOrigins
        .Where(origin => origin != SiteRules.OriginOf(origin)).Select(origin => $"Outbound:AllowedOrigins: \"{origin}\" must be like https://example.org");
}
