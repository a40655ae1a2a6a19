using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Domain.Mail;

/// <summary>An address at which support is written to, and which answers (§3.2).</summary>
/// <param name="Id">Which one.</param>
/// <param name="Address">As customers write it: <c>support@i-stom.ru</c>.</param>
/// <param name="Sender">The name beside it in our mails.</param>
/// <param name="Language">Of what we say by ourselves to whoever writes there.</param>
/// <param name="Incoming">Whence mail is fetched, by IMAP; null: it is only handed over by HTTP.</param>
/// <param name="Folder">Of which mail is fetched.</param>
/// <param name="Outgoing">Which server carries our mail, by SMTP; null: nothing leaves.</param>
/// <param name="IsPaused">Nothing is fetched and nothing leaves until staff go on.</param>
/// <param name="HandOverHint">The end of the secret that signs what is handed over by HTTP; null: nothing is taken so.</param>
public sealed record Mailbox(
    MailboxId Id,
    string Address,
    LocalizedName Sender,
    Language Language,
    MailServer? Incoming,
    string Folder,
    MailServer? Outgoing,
    bool IsPaused,
    string? HandOverHint) : IKept
{
    /// <summary>
    /// Answers are asked for at <c>support+token@i-stom.ru</c>, which finds its ticket even where a program keeps no references. The server must
    /// deliver such addresses here (RFC 5233).
    /// </summary>
    public bool UsesReplyTokens { get; init; }

    Guid IKept.Key => Id.Value;

    string IKept.Title => Address;
}
