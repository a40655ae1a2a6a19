namespace iStom.Chat.Domain.Mail;

/// <summary>What shows a mail server who we are. The names are stored.</summary>
public enum MailSignIn
{
    Password,

    /// <summary>An access token, by XOAUTH2; whoever runs the server says where it is.</summary>
    OAuth2,
}
