namespace iStom.Chat.Server.Hosting;

/// <summary>Where the product lives and who may embed it: the configuration section <c>Chat</c>.</summary>
public sealed record ChatOptions
{
    /// <summary>Origin of the visitor's panel, hub and script, for example <c>https://chat.example.org</c>.</summary>
    public required string ChatOrigin { get; init; }

    /// <summary>Origin of the agents' desk; best on another registrable domain.</summary>
    public required string DeskOrigin { get; init; }

    /// <summary>The sites on which the lifebuoy may stand (§3.1), as long as nobody has changed them on the desk.</summary>
    public IReadOnlyList<SiteOptions> Sites { get; init; } = [];
}

/// <summary>One site that embeds the panel.</summary>
public sealed record SiteOptions
{
    /// <summary>Short name in the embedding snippet.</summary>
    public required string Key { get; init; }

    /// <summary>As people know it: <c>i-stom.ru</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The exact origins that may frame the panel for this site.</summary>
    public required IReadOnlyList<string> Origins { get; init; }
}
