using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using NodaTime;

namespace iStom.Chat.Server.Storage;

/// <summary>Appends to the two event-sourced aggregates and keeps their snapshots, in the same transaction.</summary>
public static class SnapshotSession
{
    /// <summary>Appends to a conversation. Messages get ids that a retry repeats.</summary>
    public static Versioned<Conversation>? Append(
        this IStoreSession session, Guid stream, Versioned<Conversation>? before, IReadOnlyList<IConversationEvent> events) =>
        session.Append(stream, "conversation", before, events, Conversation.Evolve, e => e.At, e => e switch
        {
            VisitorWrote wrote => wrote.Message.Value,
            AgentReplied replied => replied.Message.Value,
            _ => null,
        });

    /// <summary>Appends to a ticket. Notes, of calls too, get ids that a retry repeats.</summary>
    public static Versioned<Ticket>? Append(
        this IStoreSession session, Guid stream, Versioned<Ticket>? before, IReadOnlyList<ITicketEvent> events) =>
        session.Append(stream, "ticket", before, events, Ticket.Evolve, e => e.At, e => e switch
        {
            NoteWritten written => written.Note.Value,
            CallLogged logged => logged.Note.Value,
            _ => null,
        });

    private static Versioned<TState>? Append<TState, TEvent>(
        this IStoreSession session,
        Guid stream,
        string kind,
        Versioned<TState>? before,
        IReadOnlyList<TEvent> events,
        Func<TState?, TEvent, TState> evolve,
        Func<TEvent, Instant> at,
        Func<TEvent, Guid?> clientId)
        where TState : class
        where TEvent : class
    {
        if (events.Count == 0)
        {
            return before;
        }

        var version = before?.Version ?? StreamVersion.None;
        session.Append(stream, kind, version, [.. events.Select(e => new NewEvent(EventId(stream, clientId(e)), at(e), e))]);
        var after = new Versioned<TState>(events.Aggregate(before?.Value, evolve)!, version + events.Count);
        session.Store(after.Value, version, after.Version);
        return after;
    }

    private static Guid EventId(Guid stream, Guid? clientId) =>
        clientId is { } id ? NameBasedId.Of(stream, id) : Guid.CreateVersion7();
}
