using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Tickets;

/// <summary>The way of every command that changes one ticket.</summary>
internal static class TicketChange
{
    /// <summary>
    /// Loads, decides, commits; what concerns the visitor, their thread tells in the same transaction. Refuses
    /// <c>ticket-not-found</c> for an unknown id.
    /// </summary>
    public static async Task<Decision<TicketId>> ChangeTicketAsync(
        this IStore store, TicketId id, Func<Ticket, Decision<ITicketEvent[]>> decide, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Ticket>(id.Value, cancellation) is not { } ticket)
        {
            return TicketRefusals.NotFound;
        }

        var decision = decide(ticket.Value);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Append(id.Value, ticket, decision.Value);
        await TellAsync(session, ticket.Value, decision.Value, cancellation);
        await session.CommitAsync(cancellation);
        return id;
    }

    private static async Task TellAsync(IStoreSession session, Ticket ticket, ITicketEvent[] events, CancellationToken cancellation)
    {
        if (TicketNotices.Of(ticket, events) is not [] and var told)
        {
            var stream = ticket.Conversation.Value;
            session.Append(stream, await session.LoadAsync<Conversation>(stream, cancellation), told);
        }
    }
}
