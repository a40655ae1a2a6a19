using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Conversations;

/// <summary>
/// The visitor asks to be called back about their open ticket. It is no message: it opens nothing, starts no wait, moves no promise. Refuses
/// <c>ticket-not-found</c>, <c>ticket-not-open</c>, <c>callback-already-requested</c>, <c>phone-malformed</c>, <c>visitor-blocked</c>.
/// </summary>
/// <param name="Number">As they wrote it.</param>
/// <param name="Time">When they would like it: a wish.</param>
[AllowVisitor]
public sealed record RequestCallback(VisitorCaller Caller, string Number, CallbackTime Time) : VisitorCommand<CallbackWish>(Caller);

internal sealed class RequestCallbackValidator : AbstractValidator<RequestCallback>
{
    public RequestCallbackValidator() => RuleFor(command => command.Time).IsInEnum().WithErrorCode("unknown-callback-time");
}

internal sealed class RequestCallbackHandler(IStore store, PhoneBook phones, BlockBook blocks, IClock clock) : IRequestHandler<RequestCallback, Decision<CallbackWish>>
{
    public async Task<Decision<CallbackWish>> Handle(RequestCallback request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (blocks.RefusalOf(request.Caller.Conversation, now) is { } blocked)
        {
            return blocked;
        }

        var session = store.OpenSession();
        if (await session.CurrentTicketAsync(request.Caller.Conversation, cancellationToken) is not { Ticket: var ticket, Thread: var thread })
        {
            return TicketRefusals.NotFound;
        }

        var decision = TicketCalls.RequestCallback(ticket.Value, request.Number, request.Time, phones.Settings.Value.CityCode, now);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        var number = request.Number.Trim();
        session.Append(ticket.Value.Id.Value, ticket, decision.Value);
        session.Append(request.Caller.Conversation.Value, thread, [new CallbackAsked(ticket.Value.Id, ticket.Value.Number, number, request.Time, now)]);
        await session.CommitAsync(cancellationToken);
        return new CallbackWish(Possible: true, number, request.Time);
    }
}
