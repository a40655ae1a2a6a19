namespace iStom.Chat.Domain.Mail;

/// <summary>The settings of mail were changed.</summary>
public sealed record MailSettingsChanged(MailSettings? Before, MailSettings? After, Authorship Made) : IChangeOf<MailSettings>;
