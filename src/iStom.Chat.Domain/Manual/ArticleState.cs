namespace iStom.Chat.Domain.Manual;

/// <summary>Whether an article may be read by those for whom it is.</summary>
public enum ArticleState
{
    /// <summary>Staff alone see it.</summary>
    Draft,

    Published,
}
