using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>The way of every command that changes one ticket.</summary>
internal static class TicketChange
{
    /// <summary>Loads, decides, commits. Refuses <c>ticket-not-found</c> for an unknown id.</summary>
    public static Task<Decision<TicketId>> ChangeTicketAsync(
        this IStore store, TicketId id, Func<Ticket, Decision<ITicketEvent[]>> decide, CancellationToken cancellation) =>
        ChangeAsync(store.OpenSession(), id, decide, (_, _) => Task.CompletedTask, cancellation);

    /// <summary>As above; where anything changes, the visitor's thread tells it in the same transaction.</summary>
    public static Task<Decision<TicketId>> ChangeTicketAndTellAsync(
        this IStore store, TicketId id, Func<Ticket, Decision<ITicketEvent[]>> decide, TicketNotice notice, Instant now, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        return ChangeAsync(session, id, decide, (ticket, events) => events is [] ? Task.CompletedTask : TellAsync(session, ticket, notice, now, cancellation), cancellation);
    }

    private static async Task<Decision<TicketId>> ChangeAsync(
        IStoreSession session, TicketId id, Func<Ticket, Decision<ITicketEvent[]>> decide, Func<Ticket, ITicketEvent[], Task> tell, CancellationToken cancellation)
    {
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
        await tell(ticket.Value, decision.Value);
        await session.CommitAsync(cancellation);
        return id;
    }

    private static async Task TellAsync(IStoreSession session, Ticket ticket, TicketNotice notice, Instant now, CancellationToken cancellation)
    {
        var stream = ticket.Conversation.Value;
        var conversation = await session.LoadAsync<Conversation>(stream, cancellation);
        session.Append(stream, conversation, [new TicketAnnounced(ticket.Id, ticket.Number, notice, now)]);
    }
}
