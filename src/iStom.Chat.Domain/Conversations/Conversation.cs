using NodaTime;

namespace iStom.Chat.Domain.Conversations;

/// <summary>The visitor's one long thread, folded from its events. It survives its tickets.</summary>
/// <param name="Id">The stream.</param>
/// <param name="Visitor">Whose thread it is.</param>
/// <param name="Site">Key of the site on which it began.</param>
/// <param name="CurrentTicket">The ticket that the next message goes to, unless it is closed by then: the one that was opened, reopened or answered last.</param>
/// <param name="CurrentNumber">Its number; null where an answer has since led back to an earlier ticket.</param>
public sealed record Conversation(
    ConversationId Id, VisitorId Visitor, string Site, TicketId? CurrentTicket, string? CurrentNumber)
{
    /// <summary>When the visitor agreed to what they were told about their personal data; null: nobody asked them.</summary>
    public Instant? ConsentAt { get; init; }

    /// <summary>Folds one event. Null is the thread that does not exist yet.</summary>
    /// <exception cref="InvalidOperationException">The order of the events is none that a decision could have made.</exception>
    public static Conversation Evolve(Conversation? state, IConversationEvent @event) => (state, @event) switch
    {
        (null, ConversationStarted e) => new(e.Conversation, e.Visitor, e.Site, CurrentTicket: null, CurrentNumber: null),
        ({ }, TicketAnnounced { Notice: TicketNotice.Opened or TicketNotice.Reopened } e) => state with { CurrentTicket = e.Ticket, CurrentNumber = e.Number },
        ({ }, AgentReplied e) when e.Ticket != state.CurrentTicket => state with { CurrentTicket = e.Ticket, CurrentNumber = null },
        ({ }, ConsentGiven e) => state with { ConsentAt = e.At },
        ({ }, TicketAnnounced or CustomerInformed or CallbackAsked or VisitorWrote or AgentReplied or ConversationErased) => state,
        _ => throw new InvalidOperationException($"{@event.GetType().Name} {(state is null ? "before" : "after")} {nameof(ConversationStarted)}"),
    };
}
