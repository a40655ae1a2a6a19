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

/// <summary>The visitor says whether the resolution of their ticket helped; if not, it is open again, as by a message, and the thread says so.</summary>
[AllowVisitor]
public sealed record AnswerResolution(VisitorCaller Caller, bool Helped) : VisitorCommand<TicketId>(Caller);

internal sealed class AnswerResolutionHandler(IStore store, TariffBook tariffs, LiveRegulation regulation, BlockBook blocks, IClock clock)
    : IRequestHandler<AnswerResolution, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(AnswerResolution request, CancellationToken cancellationToken)
    {
        var (now, session) = (clock.GetCurrentInstant(), store.OpenSession());
        if (!request.Helped && blocks.RefusalOf(request.Caller.Conversation, now) is { } blocked)
        {
            return blocked;
        }

        if (await session.CurrentTicketAsync(request.Caller.Conversation, cancellationToken) is not { Ticket: var ticket, Thread: var thread })
        {
            return TicketRefusals.NotFound;
        }

        var visitor = (await session.LoadAsync<Visitor>(request.Caller.Visitor.Value, cancellationToken))!.Value;
        var tariff = await tariffs.OfAsync(session, visitor.Clinic, now, cancellationToken);
        var decision = TicketFeedback.Answer(ticket.Value, request.Helped, tariff, regulation.At(now), now);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        var (id, number) = (ticket.Value.Id, ticket.Value.Number);
        session.Append(id.Value, ticket, decision.Value);
        if (decision.Value.OfType<TicketReopened>().Any())
        {
            session.Append(thread.Value.Id.Value, thread, [new TicketAnnounced(id, number, TicketNotice.Reopened, now)]);
        }

        await session.CommitAsync(cancellationToken);
        return id;
    }
}
