namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>The same answer as the programs send it that people of clinics use.</summary>
internal static class ClientMessages
{
    private const string Answer = "Спасибо, помогло!";
    private const string Quoted = "Перезапустите службу.";

    private static readonly (string Name, string Head, string Plain, string Html)[] Clients =
    [
        ("gmail-ru", "Content-Type: multipart/alternative; boundary=\"000000000000a1\"", $"{Answer}\n\nпн, 23 нояб. 2026 г. в 10:00, Поддержка <support@example.com>:\n\n> {Quoted}\n>",
            $"<div dir=\"ltr\">{Answer}</div><br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">пн, 23 нояб. 2026 г. в 10:00, Поддержка &lt;<a href=\"mailto:support@example.com\">support@example.com</a>&gt;:<br></div><blockquote class=\"gmail_quote\"><div>{Quoted}</div></blockquote></div>"),
        ("gmail-en", "Content-Type: multipart/alternative; boundary=\"000000000000a2\"", $"{Answer}\n\nOn Mon, Nov 23, 2026 at 10:00 AM Support <support@example.com>\nwrote:\n\n> {Quoted}\n>",
            $"<div dir=\"ltr\">{Answer}</div><br><div class=\"gmail_quote\"><div>On Mon, Nov 23, 2026 at 10:00 AM Support wrote:<br></div><blockquote>{Quoted}</blockquote></div>"),
        ("yandex", "X-Mailer: Yamail [ http://yandex.ru ] 5.0\nContent-Type: multipart/alternative; boundary=\"----ya-1\"", $"{Answer}\n \n23.11.2026, 10:00, \"Поддержка\" <support@example.com>:\n> {Quoted}\n \n \n-- \nС уважением, Ольга",
            $"<div>{Answer}</div><div> </div><div>23.11.2026, 10:00, \"Поддержка\" &lt;support@example.com&gt;:</div><blockquote><p>{Quoted}</p></blockquote><div>-- </div><div>С уважением, Ольга</div>"),
        ("mail-ru", "X-Mailer: Mail.Ru Mailer 1.0\nContent-Type: multipart/alternative; boundary=\"--ALT--ru1\"", $"{Answer}\n \n--\nОльга\n \n> Понедельник, 23 ноября 2026, 10:00 +03:00 от Поддержка <support@example.com>:\n>  \n> {Quoted}",
            $"<HTML><BODY><p>{Answer}</p><div>--<br>Ольга</div><blockquote>Понедельник, 23 ноября 2026, 10:00 +03:00 от Поддержка:<br>{Quoted}</blockquote></BODY></HTML>"),
        ("outlook-ru", "X-Mailer: Microsoft Outlook 16.0\nContent-Type: multipart/alternative;\n\tboundary=\"----=_NextPart_000_0001_01DA.ABCD\"", $"{Answer}\n\n \n\nFrom: Поддержка <support@example.com> \nSent: Monday, November 23, 2026 10:00 AM\nTo: Ольга\nSubject: Ответ\n\n \n\n{Quoted}",
            $"<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!-- p.MsoNormal {{margin:0}} --></style></head><body><p class=MsoNormal>{Answer}<o:p></o:p></p><p class=MsoNormal><b>From:</b> Поддержка<br><b>Sent:</b> Monday<br><b>To:</b> Ольга</p><p class=MsoNormal>{Quoted}</p></body></html>"),
        ("outlook-web", "X-MS-Has-Attach: no\nThread-Index: AdkAAAA=\nContent-Type: multipart/alternative;\n\tboundary=\"_000_AM0PR01\"", $"{Answer}\n________________________________\nОт: Поддержка <support@example.com>\nОтправлено: 23 ноября 2026 г. 10:00\nКому: Ольга <olga@example.org>\nТема: Ответ\n\n{Quoted}",
            $"<html><body><div>{Answer}</div><hr><div id=\"divRplyFwdMsg\"><b>От:</b> Поддержка<br><b>Отправлено:</b> 23 ноября 2026 г.<br><b>Кому:</b> Ольга</div><div>{Quoted}</div></body></html>"),
        ("thunderbird", "User-Agent: Mozilla Thunderbird\nContent-Type: multipart/alternative; boundary=\"------------tb1\"", $"{Answer}\n\n23.11.2026 10:00, Поддержка пишет:\n> {Quoted}\n\n-- \nОльга",
            $"<html><body><p>{Answer}</p><div class=\"moz-cite-prefix\">23.11.2026 10:00, Поддержка пишет:<br></div><blockquote type=\"cite\">{Quoted}</blockquote><pre class=\"moz-signature\">-- \nОльга</pre></body></html>"),
        ("apple-mail", "X-Mailer: Apple Mail (2.3774)\nContent-Type: multipart/alternative; boundary=\"Apple-Mail=_A1\"", $"{Answer}\n\n> 23 нояб. 2026 г., в 10:00, Поддержка <support@example.com> написал(а):\n> \n> {Quoted}\n",
            $"<html><body>{Answer}<br><blockquote type=\"cite\"><div>23 нояб. 2026 г., в 10:00, Поддержка написал(а):</div><div>{Quoted}</div></blockquote></body></html>"),
        ("iphone", "X-Mailer: iPhone Mail (20A362)\nContent-Type: multipart/alternative; boundary=Apple-Mail-B2", $"{Answer}\n\nОтправлено с iPhone\n\n> 23 нояб. 2026 г., в 10:00, Поддержка <support@example.com> написал(а):\n> \n> \uFEFF{Quoted}",
            $"<html><body>{Answer}<br><br><div dir=\"ltr\">Отправлено с iPhone</div><blockquote type=\"cite\">23 нояб. 2026 г., в 10:00, Поддержка написал(а):<br>{Quoted}</blockquote></body></html>"),
        ("the-bat", "X-Mailer: The Bat! (v9.3)\nContent-Type: multipart/alternative; boundary=\"----------bat1\"", $"Здравствуйте, Поддержка.\n\nВы писали 23 ноября 2026 г., 10:00:00:\n\n> {Quoted}\n\n{Answer}\n\n-- \nС уважением,\n Ольга",
            $"<html><body>Здравствуйте, Поддержка.<br><br>Вы писали 23 ноября 2026 г.:<br><blockquote>{Quoted}</blockquote><br>{Answer}</body></html>"),
    ];

    /// <summary>Each as quoted-printable and as base64, in UTF-8 and in an older charset.</summary>
    public static IEnumerable<CorpusMessage> All() =>
        from client in Clients
        from charset in new[] { "utf-8", "koi8-r" }
        where charset == "utf-8" || !client.Plain.Contains('\uFEFF', StringComparison.Ordinal)
        select Message(client.Name, charset, client.Head, client.Plain, client.Html);

    private static CorpusMessage Message(string name, string charset, string head, string plain, string html)
    {
        var boundary = head[(head.IndexOf("boundary=", StringComparison.Ordinal) + "boundary=".Length)..].Trim('"');
        var raw = Wire.Raw(
            $"Return-Path: <olga@example.org>\nReceived: from mx.example.org (mx.example.org [192.0.2.1])\n\tby mail.example.com with ESMTPS id 1\n\tfor <support@example.com>; Mon, 23 Nov 2026 10:05:00 +0300 (MSK)\n"
            + $"From: {Wire.Word("Ольга Тест", charset, charset == "utf-8" ? 'B' : 'Q')} <olga@example.org>\nTo: {Wire.Word("Поддержка", charset)} <support@example.com>\nSubject: Re: {Wire.Word("Ответ", charset)}\nIn-Reply-To: <q@example.com>\nReferences: <p@example.com> <q@example.com>\n"
            + $"Message-ID: <{name}@example.org>\nDate: Mon, 23 Nov 2026 10:04:59 +0300\nMIME-Version: 1.0\n{head}\n\n--{boundary}\nContent-Type: text/plain; charset=\"{charset}\"\nContent-Transfer-Encoding: base64\n\n" + "{0}\n--" + boundary
            + $"\nContent-Type: text/html; charset=\"{charset}\"\nContent-Transfer-Encoding: quoted-printable\n\n" + "{1}\n--" + boundary + "--\n",
            Wire.Body(plain, charset, "base64"), Wire.Body(html, charset, "quoted-printable"));
        return new($"client-{name}-{charset}", raw, new("Re: Ответ", "Ольга Тест <olga@example.org>", plain));
    }
}
