using iStom.Chat.Domain;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Manual;

/// <summary>An article in a list.</summary>
public sealed record ArticleLine(ArticleId Id, Language Language, string Title, IReadOnlyList<string> Tags, string? Product, string? Module, ArticleState State)
{
    public static ArticleLine Of(Article article) =>
        new(article.Id, article.Language, article.Title, article.Tags, article.Product, article.Module, article.State);
}

/// <summary>next: the <c>before</c> of the next page; null on the last one.</summary>
public sealed record ArticlePage(IReadOnlyList<ArticleLine> Items, Guid? Next);

/// <summary>All of an article. version: to be shown with a change; body: Markdown.</summary>
public sealed record ArticleView(
    ArticleId Id, long Version, Language Language, string Title, string Body, IReadOnlyList<string> Tags, string? Product, string? Module, ArticleState State)
{
    public static ArticleView Of(Versioned<Article> stored)
    {
        var article = stored.Value;
        return new(article.Id, stored.Version, article.Language, article.Title, article.Body, article.Tags, article.Product, article.Module, article.State);
    }
}

/// <summary>What an article once was. by: who wrote it; null: the product itself.</summary>
public sealed record ArticleVersion(long Version, Instant At, string? By, ArticleView Article);

/// <summary>Newest first. next: the <c>before</c> of the next page; null on the last one.</summary>
public sealed record ArticleVersions(IReadOnlyList<ArticleVersion> Items, long? Next);
