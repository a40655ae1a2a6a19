using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Development;

/// <summary>An item with its tickets, newest first. Refuses <c>development-item-not-found</c>.</summary>
/// <param name="Before">The last ticket of the page before this one; null for the first page.</param>
/// <param name="Limit">1 to 200.</param>
[AllowStaff]
public sealed record GetDevelopmentItem(AgentCaller Caller, DevelopmentItemId Item, Guid? Before, int Limit) : AgentCommand<DevelopmentItemCard>(Caller);

internal sealed class GetDevelopmentItemValidator : AbstractValidator<GetDevelopmentItem>
{
    public GetDevelopmentItemValidator() => this.LimitIsSound(query => query.Limit);
}

internal sealed class GetDevelopmentItemHandler(DevelopmentReader items, TicketReader tickets, TicketMapper mapper, IClock clock) : IRequestHandler<GetDevelopmentItem, Decision<DevelopmentItemCard>>
{
    public async Task<Decision<DevelopmentItemCard>> Handle(GetDevelopmentItem request, CancellationToken cancellationToken)
    {
        if (await items.FindAsync(request.Item, cancellationToken) is not { } item)
        {
            return DevelopmentRefusals.NotFound;
        }

        var now = clock.GetCurrentInstant();
        var found = await tickets.OfDevelopmentItemAsync(request.Item, request.Before, request.Limit + 1, cancellationToken);
        var page = TicketPage.Of(found, request.Limit, row => mapper.ForList(row, now, request.Caller.Language));
        return new DevelopmentItemCard(item, page.Items, page.Next, await items.ToldAsync(request.Item, cancellationToken));
    }
}
