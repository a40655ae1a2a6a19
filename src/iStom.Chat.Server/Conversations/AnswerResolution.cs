using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Conversations;

/// <summary>
/// The visitor says whether the resolution of their ticket helped, or the version that was to bring it; if not, it is open again, as by a message.
/// The thread says what became of it.
/// </summary>
/// <param name="Number">Of which ticket of theirs; null: the current one.</param>
[AllowVisitor]
public sealed record AnswerResolution(VisitorCaller Caller, bool Helped, string? Number = null) : VisitorCommand<TicketId>(Caller);

internal sealed class AnswerResolutionHandler(IStore store, TicketReader tickets, TariffBook tariffs, LiveRegulation regulation, BlockBook blocks, IClock clock)
    : IRequestHandler<AnswerResolution, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(AnswerResolution request, CancellationToken cancellationToken)
    {
        var (now, session) = (clock.GetCurrentInstant(), store.OpenSession());
        if (!request.Helped && blocks.RefusalOf(request.Caller.Conversation, now) is { } blocked)
        {
            return blocked;
        }

        if (await TicketAsync(session, request, cancellationToken) is not { Ticket: var ticket, Thread: var thread })
        {
            return TicketRefusals.NotFound;
        }

        var visitor = (await session.LoadAsync<Visitor>(request.Caller.Visitor.Value, cancellationToken))!.Value;
        var tariff = await tariffs.OfAsync(session, visitor.Clinic ?? ticket.Value.Clinic, now, cancellationToken);
        var decision = TicketFeedback.Answer(ticket.Value, request.Helped, tariff, regulation.At(now), now);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        var id = ticket.Value.Id;
        session.Append(id.Value, ticket, decision.Value);
        if (TicketNotices.Of(ticket.Value, decision.Value) is not [] and var told)
        {
            session.Append(thread.Value.Id.Value, thread, told);
        }

        await session.CommitAsync(cancellationToken);
        return id;
    }

    private async Task<CurrentTicket.CurrentOne?> TicketAsync(IStoreSession session, AnswerResolution request, CancellationToken cancellation)
    {
        if (request.Number is null)
        {
            return await session.CurrentTicketAsync(request.Caller.Conversation, cancellation);
        }

        return await tickets.ByNumberAsync([request.Number], cancellation) is [{ Ticket: var named }] && named.Conversation == request.Caller.Conversation
            ? new((await session.LoadAsync<Conversation>(named.Conversation.Value, cancellation))!, (await session.LoadAsync<Ticket>(named.Id.Value, cancellation))!)
            : null;
    }
}
