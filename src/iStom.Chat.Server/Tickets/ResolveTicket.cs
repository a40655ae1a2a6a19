using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>The ticket's agent says that it is answered; the thread tells the visitor in the same transaction.</summary>
[AllowStaff]
public sealed record ResolveTicket(AgentCaller Caller, TicketId Ticket) : AgentCommand<TicketId>(Caller);

internal sealed class ResolveTicketHandler(IStore store, IClock clock) : IRequestHandler<ResolveTicket, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(ResolveTicket request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var session = store.OpenSession();
        if (await session.LoadAsync<Ticket>(request.Ticket.Value, cancellationToken) is not { } ticket)
        {
            return TicketRefusals.NotFound;
        }

        var decision = TicketEnding.Resolve(ticket.Value, request.Caller.Agent, now);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        if (decision.Value.Length > 0)
        {
            var stream = ticket.Value.Conversation.Value;
            var conversation = await session.LoadAsync<Conversation>(stream, cancellationToken);
            session.Append(request.Ticket.Value, ticket, decision.Value);
            session.Append(stream, conversation, [new TicketAnnounced(request.Ticket, ticket.Value.Number, TicketNotice.Resolved, now)]);
            await session.CommitAsync(cancellationToken);
        }

        return request.Ticket;
    }
}
