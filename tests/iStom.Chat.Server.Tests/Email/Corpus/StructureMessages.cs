namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>Parts inside parts, wrapped text, forwarded messages, signatures, meetings.</summary>
internal static class StructureMessages
{
    private const string Head = "From: Olga <olga@example.org>\nTo: support@example.com\nSubject: Structure\nMessage-ID: <s@example.org>\nDate: Mon, 23 Nov 2026 10:00:00 +0300\nMIME-Version: 1.0\n";

    private static readonly byte[] Picture = [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0, 13, 10, 0xFF];

    public static IEnumerable<CorpusMessage> All() =>
    [
        .. Wholes().Select(whole => Message(whole.Name, whole.Body, whole.Text, whole.Files ?? [])),
        .. Flowed().Select(flowed => Message($"flowed-{flowed.Name}", $"Content-Type: text/plain; charset=utf-8; format=flowed{flowed.Parameter}\n\n{flowed.Body}\n", flowed.Text, [])),
    ];

    private static CorpusMessage Message(string name, string body, string text, CorpusFile[] files) =>
        new($"structure-{name}", Wire.Raw(Head + body), new("Structure", "Olga <olga@example.org>", text, files));

    private static IEnumerable<(string Name, string Body, string Text, CorpusFile[]? Files)> Wholes()
    {
        var picture = Convert.ToBase64String(Picture);
        var inline = new CorpusFile("logo.gif", "image/gif", Picture);
        yield return ("related", $"""
            Content-Type: multipart/related; boundary=r

            --r
            Content-Type: text/html; charset=utf-8

            <p>Смотрите <img src="cid:logo"></p>
            --r
            Content-Type: image/gif; name=logo.gif
            Content-ID: <logo>
            Content-Disposition: inline; filename=logo.gif
            Content-Transfer-Encoding: base64

            {picture}
            --r--

            """, "Смотрите", [inline]);
        yield return ("alternative-with-related", $"""
            Content-Type: multipart/mixed; boundary="=_m"

            --=_m
            Content-Type: multipart/alternative; boundary="=_m_a"

            --=_m_a
            Content-Type: text/plain; charset=utf-8

            Смотрите
            --=_m_a
            Content-Type: multipart/related; boundary="=_m_a_r"; type="text/html"

            --=_m_a_r
            Content-Type: text/html; charset=utf-8

            <p>Смотрите <img src="cid:logo"></p>
            --=_m_a_r
            Content-Type: image/gif; name=logo.gif
            Content-ID: <logo>
            Content-Disposition: inline; filename=logo.gif
            Content-Transfer-Encoding: base64

            {picture}
            --=_m_a_r--
            --=_m_a--
            --=_m
            Content-Type: application/zip; name=log.zip
            Content-Disposition: attachment; filename=log.zip
            Content-Transfer-Encoding: base64

            UEsDBA==
            --=_m--

            """, "Смотрите", [inline, new("log.zip", "application/zip", [0x50, 0x4B, 3, 4])]);
        yield return ("text-picture-text", $"""
            Content-Type: multipart/mixed; boundary=Apple-Mail-1

            --Apple-Mail-1
            Content-Type: text/plain; charset=utf-8

            Вот что вижу:
            --Apple-Mail-1
            Content-Type: image/gif; name=logo.gif
            Content-Disposition: inline; filename=logo.gif
            Content-Transfer-Encoding: base64

            {picture}
            --Apple-Mail-1
            Content-Type: text/plain; charset=utf-8

            Помогите!
            --Apple-Mail-1--

            """, "Вот что вижу:\nПомогите!", [inline]);
        yield return ("signed", """
            Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary=s

            --s
            Content-Type: text/plain; charset=utf-8

            Подписано
            --s
            Content-Type: application/pkcs7-signature; name=smime.p7s
            Content-Disposition: attachment; filename=smime.p7s
            Content-Transfer-Encoding: base64

            MIIB
            --s--

            """, "Подписано", [new("smime.p7s", "application/pkcs7-signature", [0x30, 0x82, 1])]);
        const string Forwarded = "From: Ivan <ivan@example.org>\r\nSubject: Inner\r\nDate: Sun, 22 Nov 2026 10:00:00 +0300\r\nContent-Type: text/plain\r\n\r\nInner text";
        yield return ("forwarded-message", $"""
            Content-Type: multipart/mixed; boundary=f

            --f
            Content-Type: text/plain

            See below
            --f
            Content-Type: message/rfc822
            Content-Disposition: attachment; filename="inner.eml"

            {Forwarded}
            --f--

            """, "See below\n\nFrom: Ivan <ivan@example.org>\nDate: Sun, 22 Nov 2026 10:00:00 +0300\nSubject: Inner\n\nInner text", [new("inner.eml", "message/rfc822", System.Text.Encoding.UTF8.GetBytes(Forwarded))]);
        yield return ("empty-plain", """
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain


            --a
            Content-Type: text/html

            <p>Only here</p>
            --a--

            """, "Only here", null);
        yield return ("preamble-and-epilogue", """
            Content-Type: multipart/mixed; boundary=p

            This is a message in MIME format.
            --p
            Content-Type: text/plain

            Text
            --p--
            After the end.

            """, "Text", null);
        yield return ("no-types", "Content-Type: multipart/mixed; boundary=n\n\n--n\n\nOne\n--n\n\nTwo\n--n--\n", "One\nTwo", null);
        yield return ("boundary-that-begins-alike", "Content-Type: multipart/mixed; boundary=ab\n\n--ab\nContent-Type: multipart/mixed; boundary=abc\n\n--abc\n\nInner\n--abc--\n--ab\n\nOuter\n--ab--\n", "Inner\nOuter", null);
        yield return ("boundary-with-blanks-behind", "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b  \n\nText\n--b--  \n", "Text", null);
        yield return ("only-html", "Content-Type: text/html; charset=utf-8\n\n<h1>Счёт</h1><ul><li>один</li><li>два</li></ul>\n", "Счёт\n\n- один\n- два", null);
        yield return ("quoted-printable-lower-case", "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n=d0=9f=d1=80=d0=\n=b8=d0=b2=d0=b5=d1=82  \nx=3Dy\n", "Привет\nx=y", null);
        yield return ("invitation", """
            Content-Type: multipart/alternative; boundary=i

            --i
            Content-Type: text/plain; charset=utf-8

            Приглашение
            --i
            Content-Type: text/calendar; charset=utf-8; method=REQUEST; name=invite.ics

            BEGIN:VCALENDAR
            METHOD:REQUEST
            BEGIN:VEVENT
            SUMMARY:Обучение
            DTSTART:20261124T070000Z
            END:VEVENT
            END:VCALENDAR
            --i--

            """, "Приглашение", [new("invite.ics", "text/calendar", System.Text.Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Обучение\r\nDTSTART:20261124T070000Z\r\nEND:VEVENT\r\nEND:VCALENDAR"))]);
    }

    private static IEnumerable<(string Name, string Parameter, string Body, string Text)> Flowed() =>
    [
        ("joined", "", "One line that \nis wrapped.\nNext line.", "One line that is wrapped.\nNext line."),
        ("delsp", "; delsp=yes", "Одно сло \nво.", "Одно слово."),
        ("stuffed", "", " From here\n >not a quote", "From here\n>not a quote"),
        ("signature", "", "Text\n-- \nOlga", "Text\n-- \nOlga"),
        ("quote", "", "> quoted and \n> wrapped\nanswer", "> quoted and wrapped\nanswer"),
        ("depth", "", ">> deep \n> shallow\nown", ">> deep \n> shallow\nown"),
    ];
}
