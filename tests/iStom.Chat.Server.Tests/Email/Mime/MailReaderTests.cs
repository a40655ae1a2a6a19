using System.Text;
using iStom.Chat.Server.Email.Mime;
using NodaTime;

namespace iStom.Chat.Server.Tests.Email.Mime;

/// <summary>A message is read as its writer meant it.</summary>
public sealed class MailReaderTests
{
    [Fact]
    public void A_letter_with_everything_is_read()
    {
        var mail = Read("""
            Return-Path: <olga@example.org>
            Delivered-To: support+abc@example.com
            From: =?koi8-r?B?78zYx8E=?= <olga@example.org>
            To: "Поддержка, iStom" <support@example.com>, =?utf-8?Q?=D0=98=D0=B2=D0=B0?=
             =?utf-8?Q?=D0=BD?= <ivan@пример.рф>
            Subject: =?utf-8?B?0J3QtSDQv9C1?=
             =?utf-8?B?0YfQsNGC0LDQtdGC?=
            Date: Mon, 23 Nov 2026 10:00:00 +0300 (MSK)
            Message-ID: <1@example.org>
            References: <a@example.com>
             <b@example.com>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="x"

            --x
            Content-Type: multipart/alternative; boundary=y

            --y
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            0J/RgNC40LLQtdGC
            --y
            Content-Type: text/html

            <p>Hello</p>
            --y--
            --x
            Content-Type: image/png; name="a.png"
            Content-Disposition: attachment; filename*0*=utf-8''%D1%81%D0; filename*1*=%BD%D0%B8%D0%BC%D0%BE%D0%BA.png
            Content-Transfer-Encoding: base64

            AQID
            --x--
            """);

        mail.From.Single().Display.ShouldBe("Ольга <olga@example.org>");
        mail.To.Select(to => to.Display).ShouldBe(["Поддержка, iStom <support@example.com>", "Иван <ivan@пример.рф>"]);
        mail.DeliveredTo.Single().Address.ShouldBe("support+abc@example.com");
        mail.Subject.ShouldBe("Не печатает");
        mail.Date.ShouldBe(Instant.FromUtc(2026, 11, 23, 7, 0));
        mail.MessageId.ShouldBe("1@example.org");
        mail.References.ShouldBe(["a@example.com", "b@example.com"]);
        mail.Text.ShouldBe("Привет");
        var file = mail.Attachments.ShouldHaveSingleItem();
        file.Name.ShouldBe("снимок.png");
        file.MediaType.ShouldBe("image/png");
        file.Content.ToArray().ShouldBe([1, 2, 3]);
        mail.Problems.ShouldBeEmpty();
    }

    private static MailMessage Read(string raw) => MailReader.Read(Encoding.UTF8.GetBytes(raw));
}
