using System.Text;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Mime;

namespace iStom.Chat.Server.Tests.Email.Mime;

/// <summary>Addresses are compared as mailboxes, shown as people write them, and break no line.</summary>
public sealed class MailAddressTests
{
    [Theory]
    [InlineData("ivan@example.org", "ivan@example.org", "ivan@example.org")]
    [InlineData(" Ivan@Example.ORG ", "Ivan@example.org", "Ivan@example.org")]
    [InlineData("иван@пример.рф", "иван@xn--e1afmkfd.xn--p1ai", "иван@пример.рф")]
    [InlineData("ivan@xn--e1afmkfd.xn--p1ai", "ivan@xn--e1afmkfd.xn--p1ai", "ivan@пример.рф")]
    [InlineData("\"ivan ivanov\"@example.org", "\"ivan ivanov\"@example.org", "\"ivan ivanov\"@example.org")]
    [InlineData("\"ivan\"@example.org", "ivan@example.org", "ivan@example.org")]
    [InlineData("root@localhost", "root@localhost", "root@localhost")]
    [InlineData("a@[192.0.2.1]", "a@[192.0.2.1]", "a@[192.0.2.1]")]
    [InlineData("a..b.@example.org", "a..b.@example.org", "a..b.@example.org")]
    public void An_address_is_taken(string written, string wire, string shown)
    {
        MailAddress.TryParse(written, out var address).ShouldBeTrue();
        address!.Address.ShouldBe(wire);
        address.DisplayAddress.ShouldBe(shown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("@example.org")]
    [InlineData("ivan@")]
    [InlineData("ivan")]
    [InlineData("ivan ivanov@example.org")]
    [InlineData("ivan@exa mple.org")]
    [InlineData("ivan@example..org")]
    [InlineData("ivan@example.org>")]
    [InlineData("ivan@example.org\r\nRCPT TO:<x@example.org>")]
    [InlineData("\"iv\nan\"@example.org")]
    [InlineData("\"iv\"an\"@example.org")]
    [InlineData("iv\0an@example.org")]
    [InlineData("<ivan@example.org>")]
    public void What_is_no_address_is_refused(string written) => MailAddress.TryParse(written, out _).ShouldBeFalse();

    [Fact]
    public void The_same_mailbox_is_known_in_every_spelling()
    {
        MailAddress Of(string text) => MailAddress.TryParse(text, out var address) ? address : throw new InvalidOperationException(text);

        Of("Ivan@ПРИМЕР.рф").Named("Иван").IsSameMailbox(Of("ivan@xn--e1afmkfd.xn--p1ai")).ShouldBeTrue();
        Of("ivan@example.org").IsSameMailbox(Of("ivan@example.com")).ShouldBeFalse();
        MailAddress.Words("?").IsSameMailbox(MailAddress.Words("?")).ShouldBeFalse();
        Of("ivan@example.org").Named("Иван\r\nBcc: x@example.org\u202E\0").Display.ShouldBe("Иван Bcc: x@example.org <ivan@example.org>");
    }

    [Theory]
    [InlineData("=?utf-8?B?PGFAZXhhbXBsZS5vcmc+LCBi?= <c@example.org>", "<a@example.org>, b <c@example.org>")]
    [InlineData("=?utf-8?Q?Test,_Olga;_desk:?= <c@example.org>", "Test, Olga; desk: <c@example.org>")]
    [InlineData("Olga (a (nested) comment) <olga@example.org> (tail)", "Olga <olga@example.org>")]
    [InlineData("Staff: A <a@example.org>, b@example.org;, c@example.org", "A <a@example.org>|b@example.org|c@example.org")]
    [InlineData("mailto:a@example.org", "a@example.org")]
    [InlineData("A <a@example.org> <b@example.org>", "A <b@example.org>")]
    [InlineData("somebody at work, <broken@@>", "somebody at work|broken@@")]
    [InlineData(",, ; <>", "")]
    [InlineData("a . b @ example . org", "a.b@example.org")]
    [InlineData("=?utf-8?Q?a=0D=0ABcc:_x?= <a@example.org>", "a Bcc: x <a@example.org>")]
    public void A_list_is_read_as_far_as_it_goes(string field, string means) =>
        string.Join('|', MailReader.Read(Encoding.UTF8.GetBytes($"To: {field}\n\n")).To).ShouldBe(means);
}
