using iStom.Chat.Domain;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Manual;

/// <summary>A published article, to be read in the panel. Refuses <c>article-not-found</c>, for a draft too.</summary>
[AllowVisitor]
public sealed record ReadArticle(VisitorCaller Caller, ArticleId Article) : VisitorCommand<ReadableArticle>(Caller);

/// <summary>An article as its readers see it: no HTML, no pictures, safe links alone.</summary>
public sealed record ReadableArticle(ArticleId Id, string Title, IReadOnlyList<ArticleNode> Body);

internal sealed class ReadArticleHandler(IStore store) : IRequestHandler<ReadArticle, Decision<ReadableArticle>>
{
    public async Task<Decision<ReadableArticle>> Handle(ReadArticle request, CancellationToken cancellationToken) =>
        await store.OpenSession().LoadAsync<Article>(request.Article.Value, cancellationToken) is { Value: { State: ArticleState.Published } article }
            ? new ReadableArticle(article.Id, article.Title, ArticleRendering.Render(article.Body))
            : ManualRefusals.NotFound;
}
