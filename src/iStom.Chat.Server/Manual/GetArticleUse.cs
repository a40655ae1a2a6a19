using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Manual;

/// <summary>How an article has served. Of one that there is not: not at all.</summary>
[AllowStaff]
public sealed record GetArticleUse(AgentCaller Caller, ArticleId Article) : AgentCommand<ArticleUse>(Caller);

/// <summary>helped: how many visitors said so, and did not have to write.</summary>
public sealed record ArticleUse(long Helped);

internal sealed class GetArticleUseHandler(ArticleReader articles) : IRequestHandler<GetArticleUse, Decision<ArticleUse>>
{
    public async Task<Decision<ArticleUse>> Handle(GetArticleUse request, CancellationToken cancellationToken) =>
        new ArticleUse(await articles.HelpedAsync(request.Article.Value, cancellationToken));
}
