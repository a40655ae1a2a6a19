using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;

namespace iStom.Chat.Server.Storage;

/// <summary>Appends to the two event-sourced aggregates and keeps their snapshots, in the same transaction.</summary>
public static class SnapshotSession
{
    /// <summary>Appends to a conversation. Messages get ids that a retry repeats.</summary>
    public static Versioned<Conversation>? Append(
        this IStoreSession session, Guid stream, Versioned<Conversation>? before, IReadOnlyList<IConversationEvent> events) =>
        session.Append(stream, Projections.Conversation, before, events);

    /// <summary>Appends to a ticket. Notes, of calls too, get ids that a retry repeats.</summary>
    public static Versioned<Ticket>? Append(
        this IStoreSession session, Guid stream, Versioned<Ticket>? before, IReadOnlyList<ITicketEvent> events) =>
        session.Append(stream, Projections.Ticket, before, events);

    private static Versioned<TState>? Append<TState, TEvent>(
        this IStoreSession session,
        Guid stream,
        Projection<TState, TEvent> projection,
        Versioned<TState>? before,
        IReadOnlyList<TEvent> events)
        where TState : class
        where TEvent : class
    {
        if (events.Count == 0)
        {
            return before;
        }

        var version = before?.Version ?? StreamVersion.None;
        session.Append(
            stream, projection.Kind, version, [.. events.Select(e => new NewEvent(EventId(stream, projection.ClientId(e)), projection.At(e), e))]);
        var after = new Versioned<TState>(events.Aggregate(before?.Value, projection.Evolve)!, version + events.Count);
        session.Store(after.Value, version, after.Version);
        return after;
    }

    private static Guid EventId(Guid stream, Guid? clientId) =>
        clientId is { } id ? NameBasedId.Of(stream, id) : Guid.CreateVersion7();
}
