using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Conversations;

/// <summary>The visitor says that their open ticket is restore-work (§2.2.2, §2.2.3); until staff decide, it counts as that.</summary>
[AllowVisitor]
public sealed record ClaimCriticality(VisitorCaller Caller, RequestKind Kind) : VisitorCommand<TicketId>(Caller);

internal sealed class ClaimCriticalityValidator : AbstractValidator<ClaimCriticality>
{
    public ClaimCriticalityValidator() => RuleFor(command => command.Kind).IsInEnum().WithErrorCode("unknown-kind");
}

internal sealed class ClaimCriticalityHandler(IStore store, ClaimHistories claims, TariffBook tariffs, LiveRegulation regulation, BlockBook blocks, IClock clock)
    : IRequestHandler<ClaimCriticality, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(ClaimCriticality request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (blocks.RefusalOf(request.Caller.Conversation, now) is { } blocked)
        {
            return blocked;
        }

        var session = store.OpenSession();
        if (await session.CurrentTicketAsync(request.Caller.Conversation, cancellationToken) is not { Ticket: var ticket })
        {
            return TicketRefusals.NotFound;
        }

        var visitor = (await session.LoadAsync<Visitor>(request.Caller.Visitor.Value, cancellationToken))!.Value;
        var history = await claims.OfAsync(visitor.Id, visitor.Clinic, now, cancellationToken);
        var tariff = await tariffs.OfAsync(session, visitor.Clinic ?? ticket.Value.Clinic, now, cancellationToken);
        var decision = TicketClassification.Claim(ticket.Value, request.Kind, history, Actor.Of(visitor.Id), tariff, regulation.For(ticket.Value, now), now);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Append(ticket.Value.Id.Value, ticket, decision.Value);
        await session.CommitAsync(cancellationToken);
        return ticket.Value.Id;
    }
}
