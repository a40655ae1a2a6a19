using iStom.Chat.Domain.People;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Agents;

/// <summary>How invitations are stored.</summary>
public static class InvitationMapping
{
    public static IDocumentMapping Instance { get; } = new DocumentMapping<Invitation>(invitation => invitation.Id.Value);
}
