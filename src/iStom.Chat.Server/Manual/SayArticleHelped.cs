using iStom.Chat.Domain;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Manual;

/// <summary>The visitor was helped by an article, and writes nothing; said again: nothing new.</summary>
[AllowVisitor]
public sealed record SayArticleHelped(VisitorCaller Caller, ArticleId Article) : VisitorCommand<ArticleId>(Caller);

internal sealed class SayArticleHelpedHandler(IStore store, IClock clock) : IRequestHandler<SayArticleHelped, Decision<ArticleId>>
{
    public async Task<Decision<ArticleId>> Handle(SayArticleHelped request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Article>(request.Article.Value, cancellationToken) is not { Value.State: ArticleState.Published })
        {
            return ManualRefusals.NotFound;
        }

        var id = NameBasedId.Of(request.Article.Value, request.Caller.Visitor.Value);
        if (await session.LoadAsync<SelfHelp>(id, cancellationToken) is null)
        {
            session.Store(new SelfHelp(id, request.Article, clock.GetCurrentInstant()), StreamVersion.None, 1);
            await session.CommitAsync(cancellationToken);
        }

        return request.Article;
    }
}
