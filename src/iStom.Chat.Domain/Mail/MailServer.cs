namespace iStom.Chat.Domain.Mail;

/// <summary>A server that keeps or carries our mail. The password, or token, is kept sealed elsewhere.</summary>
/// <param name="Host">Its name; its certificate must be for it.</param>
/// <param name="Port">1 to 65,535.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="User">Null: it takes mail without a sign-in.</param>
/// <param name="SignIn">What the secret is.</param>
public sealed record MailServer(string Host, int Port, MailSecurity Security, string? User, MailSignIn SignIn);
