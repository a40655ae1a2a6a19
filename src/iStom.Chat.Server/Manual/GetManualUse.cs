using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Manual;

/// <summary>How the manual has served, counted when it is asked: at most 100 articles, the most helpful first.</summary>
/// <param name="Since">From this instant on; null: from the beginning.</param>
/// <param name="Until">Before this one; null: until now.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record GetManualUse(AgentCaller Caller, Instant? Since, Instant? Until) : AgentCommand<ArticleServed[]>(Caller)
{
    internal const int Most = 100;
}

/// <summary>An article in a period. helped: visitors who said so, and did not write; shown: tickets whose customer had seen its title; read: had opened it.</summary>
public sealed record ArticleServed(ArticleId Article, string Title, long Helped, long Shown, long Read);

internal sealed class GetManualUseHandler(ArticleReader articles) : IRequestHandler<GetManualUse, Decision<ArticleServed[]>>
{
    public async Task<Decision<ArticleServed[]>> Handle(GetManualUse request, CancellationToken cancellationToken) =>
        await articles.ServedAsync(request.Since, request.Until, GetManualUse.Most, cancellationToken);
}
