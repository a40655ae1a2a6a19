using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Manual;

/// <summary>An article is added or changed; what it was stays as a version. To go back to one, it is given again.</summary>
/// <param name="Wished">As it is to be; its id says which one.</param>
/// <param name="Version">The one that was read; 0 adds the article.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record ChangeArticle(AgentCaller Caller, Article Wished, long Version) : AgentCommand<ArticleView>(Caller);

internal sealed class ChangeArticleValidator : AbstractValidator<ChangeArticle>
{
    public ChangeArticleValidator()
    {
        RuleFor(command => command.Wished.Language).IsInEnum().WithErrorCode("unknown-language");
        RuleFor(command => command.Wished.State).IsInEnum().WithErrorCode("unknown-state");
    }
}

internal sealed class ChangeArticleHandler(IStore store, IClock clock) : IRequestHandler<ChangeArticle, Decision<ArticleView>>
{
    public async Task<Decision<ArticleView>> Handle(ChangeArticle request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var before = await session.LoadAsync<Article>(request.Wished.Id.Value, cancellationToken);
        if (before is null && request.Version != StreamVersion.None)
        {
            return ManualRefusals.NotFound;
        }

        if ((before?.Version ?? StreamVersion.None) != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        if (ManualRules.Accept(request.Wished) is var accepted && accepted.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Change(new ArticleChanged(before?.Value, accepted.Value, request.Caller.Made(clock.GetCurrentInstant())), request.Version);
        await session.CommitAsync(cancellationToken);
        return ArticleView.Of(new(accepted.Value, request.Version + 1));
    }
}
