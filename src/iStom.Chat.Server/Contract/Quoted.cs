using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Contract;

/// <summary>What a message may quote: another of its own conversation, which its reader sees. The id alone is kept, so an erased text stays nowhere.</summary>
public static class Quoted
{
    /// <summary><see cref="SendRefusals.QuotedNotFound"/> of anything else, a note or a foreign message among it; null where nothing is quoted.</summary>
    public static async Task<Refusal?> RefusalAsync(IStoreSession session, ConversationId conversation, MessageId? message, CancellationToken cancellation)
    {
        if (message is not { } id)
        {
            return null;
        }

        var stored = await session.FindEventAsync(NameBasedId.Of(conversation.Value, id.Value), cancellation);
        return stored?.Data is VisitorWrote or AgentReplied ? null : SendRefusals.QuotedNotFound;
    }
}
