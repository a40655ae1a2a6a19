using NodaTime;

namespace iStom.Chat.Domain.Conversations;

/// <summary>What may be added to a conversation. Pure: state and time come in, events or a refusal go out.</summary>
public static class ConversationDecisions
{
    /// <summary>The visitor writes; the thread begins with the first message.</summary>
    public static Decision<IConversationEvent[]> VisitorWrites(
        Conversation? conversation, ConversationStarted start, MessageId id, TicketId ticket, string? text, MessageId? replyTo, Instant now)
    {
        var accepted = MessageText.Accept(text);
        if (accepted.Refusal is { } refusal)
        {
            return refusal;
        }

        var wrote = new VisitorWrote(id, ticket, accepted.Value, replyTo, now);
        return conversation is null ? new IConversationEvent[] { start, wrote } : [wrote];
    }

    /// <summary>A human agent answers the visitor.</summary>
    public static Decision<IConversationEvent[]> AgentReplies(
        MessageId id, TicketId ticket, AgentId agent, string agentName, string? text, Instant now)
    {
        var accepted = MessageText.Accept(text);
        return accepted.Refusal is { } refusal
            ? refusal
            : new IConversationEvent[] { new AgentReplied(id, ticket, agent, agentName, accepted.Value, now) };
    }
}
