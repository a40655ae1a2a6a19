using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Conversations;

/// <summary>The conversation's snapshot.</summary>
public static class ConversationMapping
{
    public static IDocumentMapping Instance { get; } = new DocumentMapping<Conversation>(conversation => conversation.Id.Value);
}
