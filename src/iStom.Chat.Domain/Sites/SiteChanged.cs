namespace iStom.Chat.Domain.Sites;

/// <summary>A site was added or changed, or its keys were.</summary>
public sealed record SiteChanged(Site? Before, Site? After, Authorship Made) : IChangeOf<Site>;
