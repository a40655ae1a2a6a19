using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Conversations;

/// <summary>The visitor rates how their ticket was resolved: once, and for a day it can be changed.</summary>
[AllowVisitor]
public sealed record RateResolution(VisitorCaller Caller, int Stars, string? Comment) : VisitorCommand<TicketId>(Caller);

internal sealed class RateResolutionValidator : AbstractValidator<RateResolution>
{
    public RateResolutionValidator() => RuleFor(command => command.Comment).MaximumLength(TicketFeedback.LongestComment).WithErrorCode("text-too-long");
}

internal sealed class RateResolutionHandler(IStore store, IClock clock) : IRequestHandler<RateResolution, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(RateResolution request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.CurrentTicketAsync(request.Caller.Conversation, cancellationToken) is not { Ticket: var ticket })
        {
            return TicketRefusals.NotFound;
        }

        var decision = TicketFeedback.Rate(ticket.Value, request.Stars, request.Comment, clock.GetCurrentInstant());
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Append(ticket.Value.Id.Value, ticket, decision.Value);
        await session.CommitAsync(cancellationToken);
        return ticket.Value.Id;
    }
}
