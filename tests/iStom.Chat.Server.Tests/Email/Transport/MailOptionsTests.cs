using iStom.Chat.Server.Email.Transport;

namespace iStom.Chat.Server.Tests.Email.Transport;

/// <summary>Settings of mail servers are wrong before anything runs, or never.</summary>
public sealed class MailOptionsTests
{
    [Fact]
    public void Settings_that_make_no_sense_are_all_told()
    {
        new SmtpOptions { Host = "mail.example.org", User = "support", Password = "x", HelloName = "desk.example.org" }.Errors("Mail:Smtp").ShouldBeEmpty();
        new SmtpOptions { Host = "a b", Port = 0, Password = "x", HelloName = "a b", CertificateAuthority = "/nowhere" }.Errors("Mail:Smtp").ShouldBe(
        [
            "Mail:Smtp:Host must name a mail server", "Mail:Smtp:Port must be from 1 to 65535", "Mail:Smtp:CertificateAuthority names a file that is not there",
            "Mail:Smtp: User comes with either Password or AccessTokenFile", "Mail:Smtp:HelloName must be a name as desk.example.org",
        ]);
        new ImapOptions { Host = "127.0.0.1", User = "support", AccessTokenFile = "/run/token" }.Errors("Mail:Imap").ShouldBeEmpty();
        new ImapOptions { Host = "::1", User = "support", Password = "x", AccessTokenFile = "y", Folder = "A", HandledFolder = "A", MaxBytes = 0 }.Errors("Mail:Imap").ShouldBe(
        [
            "Mail:Imap: User comes with either Password or AccessTokenFile", "Mail:Imap:Folder and HandledFolder must be names, and not the same",
            "Mail:Imap:MaxBytes must be from 1 to 1073741824",
        ]);
    }
}
