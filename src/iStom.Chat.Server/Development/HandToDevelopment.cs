using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Development;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Development;

/// <summary>
/// §1.3: the ticket's agent passes it to development. The customer is told in their own conversation, and by mail where it is answered so; that
/// is no reaction. It waits for this item already: nothing new.
/// </summary>
/// <param name="Item">What it is to wait for.</param>
/// <param name="New">That item, where it is added with this; null: it is there. Said again it is not added twice.</param>
[AllowStaff]
public sealed record HandToDevelopment(AgentCaller Caller, TicketId Ticket, DevelopmentItemId Item, DevelopmentItem? New) : AgentCommand<TicketId>(Caller);

internal sealed class HandToDevelopmentValidator : AbstractValidator<HandToDevelopment>
{
    public HandToDevelopmentValidator()
    {
        RuleFor(command => command.Item.Value).NotEmpty().WithErrorCode("id-missing");
        RuleFor(command => command.New!.Severity).IsInEnum().When(command => command.New is not null).WithErrorCode("unknown-severity");
    }
}

internal sealed class HandToDevelopmentHandler(IStore store, ItemChanges changes, DevelopmentTexts texts, Letters letters, IClock clock) : IRequestHandler<HandToDevelopment, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(HandToDevelopment request, CancellationToken cancellationToken)
    {
        var (now, session) = (clock.GetCurrentInstant(), store.OpenSession());
        if (await session.LoadAsync<Ticket>(request.Ticket.Value, cancellationToken) is not { } ticket)
        {
            return TicketRefusals.NotFound;
        }

        var item = await ItemAsync(session, request, now, cancellationToken);
        var decision = item.Refusal is { } unfit ? unfit
            : TicketEnding.HandToDevelopment(ticket.Value, request.Caller.Agent, request.Item, item.Value.Title, now);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        if (decision.Value is [var handed])
        {
            session.Append(request.Ticket.Value, ticket, decision.Value);
            var told = new MessageId(NameBasedId.Of(request.Ticket.Value, $"with development {ticket.Version}"));
            var thread = await session.LoadAsync<Conversation>(ticket.Value.Conversation.Value, cancellationToken);
            session.Append(ticket.Value.Conversation.Value, thread, [new CustomerInformed(told, request.Ticket, ticket.Value.Number, TicketNotice.WithDevelopment, texts.Passed(ticket.Value.Number), handed.At)]);
            letters.LeaveNotice(session, ticket.Value, told, now);
            await session.CommitAsync(cancellationToken);
        }

        return request.Ticket;
    }

    private async Task<Decision<DevelopmentItem>> ItemAsync(IStoreSession session, HandToDevelopment request, Instant now, CancellationToken cancellation)
    {
        var known = await session.LoadAsync<DevelopmentItem>(request.Item.Value, cancellation);
        return (known, request.New) switch
        {
            (null, { } wished) => await changes.KeepAsync(session, before: null, wished with { Id = request.Item, State = DevelopmentState.Planned }, request.Caller.Made(now), cancellation),
            (null, null) => DevelopmentRefusals.NotFound,
            _ => known.Value.TakesTickets ? known.Value : DevelopmentRefusals.Over,
        };
    }
}
