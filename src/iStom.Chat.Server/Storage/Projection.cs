using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using NodaTime;

namespace iStom.Chat.Server.Storage;

/// <summary>How one kind of stream becomes its snapshot.</summary>
/// <param name="Kind">Marten's aggregate alias.</param>
/// <param name="Evolve">Folds one event.</param>
/// <param name="At">When an event happened.</param>
/// <param name="ClientId">The id that a client chose for it, where a retry must be recognised.</param>
public sealed record Projection<TState, TEvent>(
    string Kind, Func<TState?, TEvent, TState> Evolve, Func<TEvent, Instant> At, Func<TEvent, Guid?> ClientId)
    where TState : class
    where TEvent : class;

/// <summary>The event-sourced aggregates of the product.</summary>
public static class Projections
{
    /// <summary>Messages get ids that a retry repeats.</summary>
    public static Projection<Conversation, IConversationEvent> Conversation { get; } =
        new("conversation", Domain.Conversations.Conversation.Evolve, e => e.At, e => e switch
        {
            VisitorWrote wrote => wrote.Message.Value,
            AgentReplied replied => replied.Message.Value,
            _ => null,
        });

    /// <summary>Notes, of calls too, get ids that a retry repeats.</summary>
    public static Projection<Ticket, ITicketEvent> Ticket { get; } =
        new("ticket", Domain.Tickets.Ticket.Evolve, e => e.At, e => e switch
        {
            NoteWritten written => written.Note.Value,
            CallLogged logged => logged.Note.Value,
            _ => null,
        });
}
