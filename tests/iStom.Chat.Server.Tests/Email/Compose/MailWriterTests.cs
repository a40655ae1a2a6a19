using System.Text;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Compose;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Tests.Email.Servers;
using NodaTime;

namespace iStom.Chat.Server.Tests.Email.Compose;

/// <summary>What a mail looks like on its way, and that nothing in it can become what it is not.</summary>
public sealed class MailWriterTests
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly OutgoingMail Plain = new()
    {
        MessageId = "<ticket-5@desk.test>", From = Someone.At("support@desk.test").Named("iStom \"Support\""), To = [Someone.At("anna@clinic.test")],
        Subject = "Ticket IS-2026-000005", Text = "Hello,\nwe look into it.\r\n", Date = Instant.FromUtc(2026, 11, 23, 9, 0, 5),
    };

    [Fact]
    public void A_plain_mail_is_plain()
    {
        Written(Plain).ShouldBe("""
            Date: Mon, 23 Nov 2026 09:00:05 +0000
            From: "iStom \"Support\"" <support@desk.test>
            To: <anna@clinic.test>
            Subject: Ticket IS-2026-000005
            Message-ID: <ticket-5@desk.test>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 7bit

            Hello,
            we look into it.

            """.ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public void A_mail_with_everything_is_as_readers_want_it_and_a_repeat_is_the_same_to_the_byte()
    {
        OutgoingMail Mail() => Plain with
        {
            From = Someone.At("support@стоматология.рф").Named("Служба поддержки стоматологических клиник"), ReplyTo = Someone.At("reply+abc@desk.test"),
            Subject = "Заявка IS-2026-000005: не открывается карта пациента", Text = "Добрый день!", Html = "<p>Caf\u00e9 &amp; more</p>",
            InReplyTo = "first@clinic.test", References = ["<root@clinic.test>", "not an id", "<first@clinic.test>"], AutoSubmitted = AutoSubmitted.Replied,
            Headers = [new("List-Unsubscribe", "<https://desk.test/u>")], Attachments = [new(@"C:\Снимки\снимок зуба верхней челюсти слева.png", "image/png", new byte[60])],
        };
        var boundary = Written(Mail()).Split("boundary=\"")[1][..34];
        Written(Mail()).Replace(boundary, "B", StringComparison.Ordinal).ShouldBe("""
            Date: Mon, 23 Nov 2026 09:00:05 +0000
            From: =?utf-8?B?0KHQu9GD0LbQsdCwINC/0L7QtNC00LXRgNC20LrQuCA=?=
             =?utf-8?B?0YHRgtC+0LzQsNGC0L7Qu9C+0LPQuNGH0LXRgdC60Lg=?=
             =?utf-8?B?0YUg0LrQu9C40L3QuNC6?= <support@xn--80agpkdlcbvkd5n.xn--p1ai>
            Reply-To: <reply+abc@desk.test>
            To: <anna@clinic.test>
            Subject: =?utf-8?B?0JfQsNGP0LLQutCwIElTLTIwMjYtMDAwMDA1OiDQvdC1?=
             =?utf-8?B?INC+0YLQutGA0YvQstCw0LXRgtGB0Y8g0LrQsNGA0YI=?=
             =?utf-8?B?0LAg0L/QsNGG0LjQtdC90YLQsA==?=
            Message-ID: <ticket-5@desk.test>
            In-Reply-To: <first@clinic.test>
            References: <root@clinic.test> <first@clinic.test>
            Auto-Submitted: auto-replied
            X-Auto-Response-Suppress: All
            List-Unsubscribe: <https://desk.test/u>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="Bm"

            --Bm
            Content-Type: multipart/alternative;
             boundary="Ba"

            --Ba
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            0JTQvtCx0YDRi9C5INC00LXQvdGMIQ0K

            --Ba
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>Caf=C3=A9 &amp; more</p>

            --Ba--

            --Bm
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment;
             filename*0*=utf-8''%D1%81%D0%BD%D0%B8%D0%BC%D0%BE%D0%BA%20%D0%B7%D1%83;
             filename*1*=%D0%B1%D0%B0%20%D0%B2%D0%B5%D1%80%D1%85%D0%BD%D0%B5;
             filename*2*=%D0%B9%20%D1%87%D0%B5%D0%BB%D1%8E%D1%81%D1%82%D0%B8%20;
             filename*3*=%D1%81%D0%BB%D0%B5%D0%B2%D0%B0.png

            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            AAAA

            --Bm--

            """.ReplaceLineEndings("\r\n"));
        MailWriter.Write(Mail()).ShouldBe(MailWriter.Write(Mail()));
        Written(Mail() with { MessageId = "other@desk.test" }).ShouldNotContain(boundary);
    }

    [Fact]
    public void Nothing_that_stands_in_a_mail_becomes_a_header_or_a_part_and_everything_is_read_as_it_was_written()
    {
        var random = new Random(8);
        for (var run = 0; run < 300; run++)
        {
            var mail = Hostile(random);
            var raw = Written(mail);
            raw.All(one => one is '\r' or '\n' or '\t' or (>= ' ' and <= '~')).ShouldBeTrue();
            raw.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain(one => one == '\r' || one == '\n');
            raw.Split("\r\n").Max(line => line.Length).ShouldBeLessThanOrEqualTo(998);
            foreach (var word in raw.Split("=?utf-8?B?").Skip(1).Select(word => word.Split("?=")[0]))
            {
                StrictUtf8.GetString(Convert.FromBase64String(word)).Length.ShouldBePositive();
            }

            Header(raw).Order(StringComparer.Ordinal).ShouldBe(["Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To", "X-Note"]);
            var read = MailReader.Read(MailWriter.Write(mail));
            read.Subject.ShouldBe(OneLine.Of(mail.Subject));
            read.From.ShouldHaveSingleItem().ShouldBe(mail.From);
            read.To.ShouldBe(mail.To);
            read.Text.ShouldBe(mail.Text.ReplaceLineEndings("\n").Trim('\n'));
            read.Attachments.ShouldHaveSingleItem().Content.ToArray().ShouldBe(mail.Attachments[0].Content.ToArray());
            read.Problems.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Long_threads_keep_their_beginning_and_their_end()
    {
        var mail = Plain with { References = [.. Enumerable.Range(0, 100).Select(number => $"<{number}@clinic.test>"), "99@clinic.test", $"<{new string('x', 300)}@x>"] };
        MailReader.Read(MailWriter.Write(mail)).References.ShouldBe(["0@clinic.test", .. Enumerable.Range(81, 19).Select(number => $"{number}@clinic.test")]);
    }

    [Theory]
    [InlineData("Bcc", "x")]
    [InlineData("X Y", "x")]
    [InlineData("X-\r\nBcc", "x")]
    [InlineData("Content-Type", "x")]
    public void Headers_that_are_not_for_adding_are_not_written(string name, string value) =>
        Should.Throw<ArgumentException>(() => MailWriter.Write(Plain with { Headers = [new(name, value)] }));

    [Fact]
    public void Whom_no_mail_can_be_sent_to_is_known_before()
    {
        Sendable.Address(Someone.At("иван@clinic.test")).ShouldBeNull();
        Sendable.Address(MailAddress.Words("nobody")).ShouldBeNull();
        Sendable.Address(Someone.At("anna@Пример.рф")).ShouldBe("anna@xn--e1afmkfd.xn--p1ai");
        Should.Throw<ArgumentException>(() => MailWriter.Write(Plain with { To = [Someone.At("иван@clinic.test")] }));
        Should.Throw<ArgumentException>(() => MailWriter.Write(Plain with { MessageId = "a b" }));
    }

    private static OutgoingMail Hostile(Random random) => Plain with
    {
        From = Someone.At("support@desk.test").Named(Words(random, ", ")), To = [Someone.At("anna@clinic.test").Named(Words(random, " ")), Someone.At("oleg@clinic.test")],
        Subject = Words(random, "\r\nBcc: x@y.z\r\n"), Text = $"{new string('y', random.Next(1200))}\r\n{Words(random, "\r\n")}", Html = random.Next(2) == 0 ? null : $"<p>{Words(random, "\n")}</p>",
        Headers = [new("X-Note", Words(random, "\n\n"))], Attachments = [new(Words(random, "\";\r\n x="), random.Next(2) == 0 ? "image/png" : "message/rfc822\r\nX: y", Content(random))],
    };

    private static byte[] Content(Random random)
    {
        var content = new byte[random.Next(1, 300)];
        random.NextBytes(content);
        return content;
    }

    private static string Words(Random random, string between)
    {
        string[] words = ["Привет", "Заявка", "=?utf-8?B?eA==?=", "caf\u00e9", ".", "--=_x", "From", "😀👩‍⚕️", new('ж', 40), new('x', 90), "=3D", "a\"b\\c", "(x)", "<y@z>", "x:", "e\u0301"];
        return string.Join(between, Enumerable.Range(0, random.Next(1, 7)).Select(_ => words[random.Next(words.Length)]));
    }

    private static IEnumerable<string> Header(string raw) =>
        raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").Where(line => !line.StartsWith(' ')).Select(line => line.Split(':')[0]);

    private static string Written(OutgoingMail mail) => Encoding.ASCII.GetString(MailWriter.Write(mail));
}
