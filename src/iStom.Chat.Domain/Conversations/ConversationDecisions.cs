namespace iStom.Chat.Domain.Conversations;

/// <summary>What is added to a conversation. Pure: state comes in, events go out.</summary>
public static class ConversationDecisions
{
    /// <summary>The visitor writes; the thread begins with the first message, and says when that opened or reopened a ticket.</summary>
    /// <param name="conversation">The thread, or null before the first message.</param>
    /// <param name="start">How the thread begins, if it has not.</param>
    /// <param name="consent">What the visitor has agreed to, if they were asked.</param>
    /// <param name="message">The message, its text accepted by <see cref="MessageText"/>.</param>
    /// <param name="notice">What the message did to its ticket, if the visitor is to be told.</param>
    public static IConversationEvent[] VisitorWrites(
        Conversation? conversation, ConversationStarted start, ConsentGiven? consent, VisitorWrote message, TicketAnnounced? notice)
    {
        IConversationEvent[] begin = conversation is not null ? [] : consent is null ? [start] : [start, consent];
        return notice is null ? [.. begin, message] : [.. begin, message, notice];
    }
}
