using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Visitors;

/// <summary>All tickets of a visitor, newest first; a verified user's with those that were written in the same thread before.</summary>
/// <param name="Before">The last of the page before this one; null for the first page.</param>
/// <param name="Limit">1 to 200.</param>
[AllowStaff]
public sealed record GetVisitorTickets(AgentCaller Caller, VisitorId Visitor, Guid? Before, int Limit) : AgentCommand<TicketPage>(Caller);

internal sealed class GetVisitorTicketsValidator : AbstractValidator<GetVisitorTickets>
{
    public GetVisitorTicketsValidator() => this.LimitIsSound(query => query.Limit);
}

internal sealed class GetVisitorTicketsHandler(TicketReader tickets, TicketMapper mapper, IClock clock) : IRequestHandler<GetVisitorTickets, Decision<TicketPage>>
{
    public async Task<Decision<TicketPage>> Handle(GetVisitorTickets request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var found = await tickets.OfVisitorAsync(request.Visitor, request.Before, request.Limit + 1, cancellationToken);
        return TicketPage.Of(found, request.Limit, row => mapper.ForList(row, now, request.Caller.Language));
    }
}
