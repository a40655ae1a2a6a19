using iStom.Chat.Domain.People;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Agents;

/// <summary>How ways back to a lost password are stored.</summary>
public static class PasswordResetMapping
{
    public static IDocumentMapping Instance { get; } = new DocumentMapping<PasswordReset>(reset => reset.Id.Value);
}
