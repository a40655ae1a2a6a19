using iStom.Chat.Domain.Mail;
using iStom.Chat.Domain.Regulation;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Mail;

public sealed class MailboxRulesTests
{
    private static readonly MailServer Server = new("mail.example.org", 993, MailSecurity.ImplicitTls, "support", MailSignIn.Password);

    private static readonly Mailbox Sound = new(
        new(Guid.NewGuid()), "support@example.org", new("Поддержка", "Support"), Language.Russian, Server, "INBOX", Server with { Port = 587, Security = MailSecurity.StartTls }, IsPaused: false, HandOverHint: null);

    [Fact]
    public void It_is_kept_without_outer_blanks_and_with_a_folder()
    {
        var kept = MailboxRules.Accept(Sound with { Address = " support@example.org ", Folder = " ", Incoming = Server with { Host = " mail.example.org ", User = " " } }).Value;

        (kept.Address, kept.Folder, kept.Incoming!.Host, kept.Incoming.User).ShouldBe(("support@example.org", "INBOX", "mail.example.org", null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("support")]
    [InlineData("support@")]
    [InlineData("@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("Support <support@example.org>")]
    [InlineData("support@exa mple.org")]
    public void What_mail_cannot_be_sent_to_is_no_address(string address) =>
        MailboxRules.Accept(Sound with { Address = address }).Refusal.ShouldBe(MailboxRefusals.AddressMalformed);

    [Fact]
    public void Customers_see_who_writes() =>
        MailboxRules.Accept(Sound with { Sender = new("Поддержка", " ") }).Refusal.ShouldBe(MailboxRefusals.SenderMissing);

    [Theory]
    [InlineData("", 993)]
    [InlineData("not a host", 993)]
    [InlineData("mail.example.org", 0)]
    [InlineData("mail.example.org", 65_536)]
    public void A_server_has_a_host_and_a_port(string host, int port) =>
        MailboxRules.Accept(Sound with { Outgoing = Server with { Host = host, Port = port } }).Refusal!.Code.ShouldBe(MailboxRefusals.ServerMalformed.Code);

    [Theory]
    [InlineData("127.0.0.1", null)]
    [InlineData("localhost", null)]
    [InlineData("10.0.0.5", "mail-not-encrypted")]
    public void Nothing_goes_in_the_clear_to_another_machine(string host, string? refusal) =>
        MailboxRules.Accept(Sound with { Incoming = Server with { Host = host, Security = MailSecurity.PlaintextOnLoopback } }).Refusal?.Code.ShouldBe(refusal);
}
