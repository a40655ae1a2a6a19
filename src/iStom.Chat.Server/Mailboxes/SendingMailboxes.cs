using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Storage.Changes;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Through which mailbox leaves what came through none.</summary>
public sealed class SendingMailboxes(LiveDocuments<Mailbox> boxes)
{
    /// <summary>The first that can send.</summary>
    /// <exception cref="LetterException">There is none.</exception>
    public Mailbox First() =>
        boxes.All.Where(box => box.Outgoing is not null).MinBy(box => box.Address, StringComparer.Ordinal) ?? throw new LetterException(LetterFailures.NoServer);
}
