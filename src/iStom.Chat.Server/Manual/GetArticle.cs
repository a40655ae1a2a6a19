using iStom.Chat.Domain;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Manual;

/// <summary>All of an article. Refuses <c>article-not-found</c>.</summary>
[AllowStaff]
public sealed record GetArticle(AgentCaller Caller, ArticleId Article) : AgentCommand<ArticleView>(Caller);

internal sealed class GetArticleHandler(IStore store) : IRequestHandler<GetArticle, Decision<ArticleView>>
{
    public async Task<Decision<ArticleView>> Handle(GetArticle request, CancellationToken cancellationToken) =>
        await store.OpenSession().LoadAsync<Article>(request.Article.Value, cancellationToken) is { } article
            ? ArticleView.Of(article)
            : ManualRefusals.NotFound;
}
