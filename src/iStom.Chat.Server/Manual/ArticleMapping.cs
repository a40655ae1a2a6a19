using iStom.Chat.Domain.Manual;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using NpgsqlTypes;

namespace iStom.Chat.Server.Manual;

/// <summary>An article as a document.</summary>
public static class ArticleMapping
{
    public static IDocumentMapping Instance { get; } = new DocumentMapping<Article>(
        article => article.Id.Value,
        new("title", NpgsqlDbType.Varchar, article => article.Title, nameof(Article.Title)),
        new("words", NpgsqlDbType.Varchar, article => string.Join('\n', [SearchWords.Normal(article.Title), .. article.Tags.Select(SearchWords.Normal)])))
    {
        OwnIndexes = ["istom_article_title"],
    };
}
