using System.Text;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Tests.Email.Servers;

namespace iStom.Chat.Server.Tests.Mailboxes;

/// <summary>A server that takes whatever mail is sent through it.</summary>
internal static class TakenMail
{
    public static ScriptedServer Start() => new([
        new(Hears: null, "220 here\r\n"), new("EHLO", "250-here\r\n250 8BITMIME\r\n"), new("MAIL FROM", "250 well\r\n"), new("RCPT", "250 well\r\n"), new("DATA", "354 go on\r\n"),
        new(".", "250 taken\r\n"), new("QUIT", "221 farewell\r\n"),
    ]);

    /// <summary>As a mailbox's outgoing server.</summary>
    public static object Settings(this ScriptedServer smtp) => new { host = "127.0.0.1", port = smtp.Port, security = "PlaintextOnLoopback", user = (string?)null, signIn = "Password" };

    /// <summary>What it has taken, when it is so much.</summary>
    public static async Task<IReadOnlyList<MailMessage>> MailsAsync(this ScriptedServer smtp, int count)
    {
        await smtp.UntilHeardAsync("QUIT", count);
        return [.. string.Join('\n', smtp.Heard).Split("\nDATA\n").Skip(1).Select(mail => MailReader.Read(Encoding.UTF8.GetBytes(mail.Split("\n.\n")[0].ReplaceLineEndings("\r\n"))))];
    }
}
