using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Manual;

/// <summary>What an article was, newest first: its changes. Of an article that there is not: none.</summary>
/// <param name="Before">The last version of the page before this one; null for the first page.</param>
/// <param name="Limit">1 to 200.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record GetArticleVersions(AgentCaller Caller, ArticleId Article, long? Before, int Limit) : AgentCommand<ArticleVersions>(Caller);

internal sealed class GetArticleVersionsValidator : AbstractValidator<GetArticleVersions>
{
    public GetArticleVersionsValidator() => this.LimitIsSound(query => query.Limit);
}

internal sealed class GetArticleVersionsHandler(ArticleReader articles) : IRequestHandler<GetArticleVersions, Decision<ArticleVersions>>
{
    public async Task<Decision<ArticleVersions>> Handle(GetArticleVersions request, CancellationToken cancellationToken)
    {
        var found = await articles.VersionsAsync(request.Article.Value, request.Before, request.Limit + 1, cancellationToken);
        return new ArticleVersions([.. found.Take(request.Limit)], found.Count > request.Limit ? found[request.Limit - 1].Version : null);
    }
}
