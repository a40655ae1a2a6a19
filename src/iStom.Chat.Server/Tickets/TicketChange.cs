using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Tickets;

/// <summary>The way of every command that changes one ticket and nothing else.</summary>
internal static class TicketChange
{
    /// <summary>Loads, decides, commits. Refuses <c>ticket-not-found</c> for an unknown id.</summary>
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
        await session.CommitAsync(cancellation);
        return id;
    }
}
