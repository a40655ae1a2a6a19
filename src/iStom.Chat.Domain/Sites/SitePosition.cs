namespace iStom.Chat.Domain.Sites;

/// <summary>The corner at the bottom of the page in which the lifebuoy is.</summary>
public enum SitePosition
{
    Right,
    Left,
}
