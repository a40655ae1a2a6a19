using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>How mailboxes and the settings of mail are stored.</summary>
public static class MailboxMapping
{
    public static IDocumentMapping Instance { get; } = new DocumentMapping<Mailbox>(box => box.Id.Value);

    public static IDocumentMapping OfSettings { get; } = new DocumentMapping<MailSettings>(settings => settings.Id);
}
