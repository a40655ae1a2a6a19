using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>A ticket on a customer's behalf, after a call or a visit; it is promised from now on.</summary>
/// <param name="Caller">Who opens it.</param>
/// <param name="Id">Chosen by the caller; the same again gives the same answer.</param>
/// <param name="Customer">For whom.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What was learnt: a note, which no visitor sees.</param>
/// <param name="Take">The caller has it at once; otherwise it is in the queue.</param>
/// <param name="Call">The exchange's record of the call that it comes of, which no desk need show any more; null: it comes of none.</param>
[AllowStaff]
public sealed record OpenForCustomer(AgentCaller Caller, TicketId Id, Customer Customer, RequestKind Kind, string Text, bool Take, Guid? Call = null) : AgentCommand<TicketId>(Caller);

internal sealed class OpenForCustomerValidator : AbstractValidator<OpenForCustomer>
{
    public OpenForCustomerValidator()
    {
        RuleFor(command => command.Id.Value).NotEmpty().WithErrorCode("id-missing");
        RuleFor(command => command.Kind).IsInEnum().WithErrorCode("unknown-kind");
    }
}

internal sealed class OpenForCustomerHandler(IStore store, StaffOpening opening, ClaimHistories claims, IClock clock)
    : IRequestHandler<OpenForCustomer, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(OpenForCustomer request, CancellationToken cancellationToken)
    {
        var (session, now) = (store.OpenSession(), clock.GetCurrentInstant());
        if (await session.ReadAsync(request.Id.Value, 0, 1, cancellationToken) is [var first])
        {
            return first.Data is TicketOpened { Channel: Channel.Agent or Channel.Phone } before && before.By == Actor.Of(request.Caller.Agent) ? request.Id : SendRefusals.IdUsed;
        }

        var text = MessageText.Accept(request.Text);
        var found = text.Refusal is { } malformed ? malformed : await request.Customer.FindAsync(session, cancellationToken);
        if (found.Refusal is { } nobody)
        {
            return nobody;
        }

        var call = await session.SettleCallAsync(request.Call, request.Id, cancellationToken);
        if (call.Refusal is { } unknown)
        {
            return unknown;
        }

        var (visitor, clinic) = found.Value;
        var agent = request.Caller.Agent;
        var history = request.Kind.IsRestoreWork() ? await claims.OfAsync(visitor.Id, clinic, now, cancellationToken) : default;
        var wished = new StaffTicket(
            new(
                request.Id, Number: "", visitor.Conversation, visitor.Id, clinic, visitor.Site, request.Call is null ? Channel.Agent : Channel.Phone, request.Kind, TicketOpening.SubjectOf(text.Value),
                Follows: null, Actor.Of(agent), now),
            request.Kind, Since: now, history, [new(new(request.Id.Value), agent, request.Caller.Name, text.Value, now)], request.Take);
        var opened = await opening.OpenAsync(session, request.Caller, wished, now, cancellationToken);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        var conversation = await session.LoadAsync<Conversation>(visitor.Conversation.Value, cancellationToken);
        IConversationEvent[] begin = conversation is null ? [new ConversationStarted(visitor.Conversation, visitor.Id, visitor.Site, now)] : [];
        session.Append(visitor.Conversation.Value, conversation, [.. begin, new TicketAnnounced(request.Id, opened.Value.Number, TicketNotice.Opened, now)]);
        await session.CommitAsync(cancellationToken);
        return request.Id;
    }
}
