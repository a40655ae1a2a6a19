using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Manual;

/// <summary>The articles by title, a page at a time.</summary>
/// <param name="Filter">Which of them.</param>
/// <param name="After">The last of the page before this one; null for the first page.</param>
/// <param name="Limit">1 to 200.</param>
[AllowStaff]
public sealed record GetArticles(AgentCaller Caller, ArticleFilter Filter, Guid? After, int Limit) : AgentCommand<ArticlePage>(Caller);

internal sealed class GetArticlesValidator : AbstractValidator<GetArticles>
{
    public GetArticlesValidator()
    {
        this.LimitIsSound(query => query.Limit);
        RuleFor(query => query.Filter.Search).Must(search => search is not { Length: > ManualRules.LongestTitle }).WithErrorCode("text-too-long");
        RuleFor(query => query.Filter.Search).Must(search => search?.Contains('\0', StringComparison.Ordinal) != true).WithErrorCode("text-malformed");
    }
}

internal sealed class GetArticlesHandler(ArticleReader articles) : IRequestHandler<GetArticles, Decision<ArticlePage>>
{
    public async Task<Decision<ArticlePage>> Handle(GetArticles request, CancellationToken cancellationToken)
    {
        var found = await articles.ReadAsync(request.Filter, request.After, request.Limit + 1, cancellationToken);
        var page = found.Take(request.Limit).Select(article => ArticleLine.Of(article.Value)).ToList();
        return new ArticlePage(page, found.Count > request.Limit ? page[^1].Id.Value : null);
    }
}
