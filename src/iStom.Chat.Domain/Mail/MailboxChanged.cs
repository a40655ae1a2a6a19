namespace iStom.Chat.Domain.Mail;

/// <summary>A mailbox was added, changed, paused or removed; its secrets are in no event.</summary>
public sealed record MailboxChanged(Mailbox? Before, Mailbox? After, Authorship Made) : IChangeOf<Mailbox>;
