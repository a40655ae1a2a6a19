namespace iStom.Chat.Server.Email.Transport;

/// <summary>Whom a mail is from and to on its way, whatever its headers say (RFC 5321, 2.3.1).</summary>
/// <param name="Sender">Who is told when it cannot be delivered; null: nobody, as for what a program answers (RFC 3834, 3.3).</param>
/// <param name="Recipients">Who gets it.</param>
public sealed record MailEnvelope(MailAddress? Sender, params IReadOnlyList<MailAddress> Recipients);
