using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Manual;

/// <summary>What readers will see of a body; nothing is kept.</summary>
[AllowStaff(AgentRole.Supervisor)]
public sealed record PreviewArticle(AgentCaller Caller, string Body) : AgentCommand<ArticleNode[]>(Caller);

internal sealed class PreviewArticleValidator : AbstractValidator<PreviewArticle>
{
    public PreviewArticleValidator() => RuleFor(query => query.Body).MaximumLength(ManualRules.LongestBody).WithErrorCode("text-too-long");
}

internal sealed class PreviewArticleHandler : IRequestHandler<PreviewArticle, Decision<ArticleNode[]>>
{
    public Task<Decision<ArticleNode[]>> Handle(PreviewArticle request, CancellationToken cancellationToken) =>
        Task.FromResult<Decision<ArticleNode[]>>(ArticleRendering.Render(request.Body).ToArray());
}
