using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Conversations;

/// <summary>The ticket that a visitor means when they name none.</summary>
internal static class CurrentTicket
{
    /// <summary>The thread's current one; null where there is none.</summary>
    public static async Task<CurrentOne?> CurrentTicketAsync(this IStoreSession session, ConversationId id, CancellationToken cancellation) =>
        await session.LoadAsync<Conversation>(id.Value, cancellation) is { Value.CurrentTicket: { } ticket } thread
            ? new(thread, (await session.LoadAsync<Ticket>(ticket.Value, cancellation))!)
            : null;

    /// <summary>A ticket and the thread that it stands in.</summary>
    public sealed record CurrentOne(Versioned<Conversation> Thread, Versioned<Ticket> Ticket);
}
