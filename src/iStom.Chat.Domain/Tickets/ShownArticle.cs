namespace iStom.Chat.Domain.Tickets;

/// <summary>An article of the manual that the customer was shown before they wrote (§2).</summary>
/// <param name="Article">Which one.</param>
/// <param name="Title">As it was called then.</param>
/// <param name="Read">They opened it; otherwise they saw its title.</param>
public sealed record ShownArticle(ArticleId Article, string Title, bool Read)
{
    /// <summary>Most that are noted of one ticket.</summary>
    public const int Most = 10;
}
