namespace iStom.Chat.Domain.Manual;

/// <summary>An article was added or changed: its version of that time.</summary>
public sealed record ArticleChanged(Article? Before, Article? After, Authorship Made) : IChangeOf<Article>;
