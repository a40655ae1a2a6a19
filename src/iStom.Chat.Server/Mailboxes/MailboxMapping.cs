using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>How mailboxes are stored.</summary>
public static class MailboxMapping
{
    public static IDocumentMapping Instance { get; } = new DocumentMapping<Mailbox>(box => box.Id.Value);
}
