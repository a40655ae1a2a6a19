using System.Text;

namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>Subjects and senders as programs write them.</summary>
internal static class HeaderMessages
{
    private const string Subject = "Не открывается журнал записи пациентов";

    public static IEnumerable<CorpusMessage> All() => [.. Subjects(), .. Senders()];

    private static IEnumerable<CorpusMessage> Subjects()
    {
        var bytes = Encoding.UTF8.GetBytes(Subject);
        var old = Wire.Charset("windows-1251").GetBytes(Subject);
        (string Name, byte[] Field, string Means)[] subjects =
        [
            ("b-utf-8", Bytes(Wire.Word(Subject)), Subject),
            ("q-utf-8", Bytes(Wire.Word(Subject, form: 'Q')), Subject),
            ("b-koi8-r", Bytes(Wire.Word(Subject, "koi8-r")), Subject),
            ("q-windows-1251", Bytes(Wire.Word(Subject, "windows-1251", 'Q')), Subject),
            ("split-in-a-character-b", Bytes($"{Wire.Word(bytes[..25], "utf-8", 'B')}\r\n {Wire.Word(bytes[25..], "utf-8", 'B')}"), Subject),
            ("split-in-a-character-q", Bytes($"{Wire.Word(bytes[..25], "utf-8", 'Q')}\r\n\t{Wire.Word(bytes[25..], "utf-8", 'Q')}"), Subject),
            ("base64-cut-anywhere", Bytes($"=?utf-8?B?{Convert.ToBase64String(bytes)[..30]}?= =?utf-8?B?{Convert.ToBase64String(bytes)[30..]}?="), Subject),
            ("two-charsets", Bytes($"{Wire.Word("Не открывается ", "koi8-r")}\r\n {Wire.Word("журнал записи пациентов")}"), Subject),
            ("b-then-q", Bytes($"{Wire.Word("Не открывается ")} {Wire.Word("журнал записи пациентов", form: 'Q')}"), Subject),
            ("no-blank-between", Bytes($"{Wire.Word("Не открывается ")}{Wire.Word("журнал записи пациентов")}"), Subject),
            ("lower-case-form", Bytes(Wire.Word(Subject).Replace("?B?", "?b?", StringComparison.Ordinal)), Subject),
            ("no-padding", Bytes(Wire.Word("Чек").Replace("=?=", "?=", StringComparison.Ordinal)), "Чек"),
            ("language", Bytes(Wire.Word(Subject).Replace("utf-8", "utf-8*ru", StringComparison.Ordinal)), Subject),
            ("blank-inside-q", Bytes("=?utf-8?Q?Re: ticket closed?="), "Re: ticket closed"),
            ("text-around", Bytes($"Re: [A-1] {Wire.Word("журнал")} (urgent)"), "Re: [A-1] журнал (urgent)"),
            ("raw-utf-8", bytes, Subject),
            ("raw-windows-1251", old, Subject),
            ("raw-koi8-r", Wire.Charset("koi8-r").GetBytes(Subject), Subject),
            ("utf-8-called-windows-1251", Bytes(Wire.Word(bytes, "windows-1251", 'B')), Subject),
            ("windows-1251-called-utf-8", Bytes(Wire.Word(old, "utf-8", 'B')), Subject),
            ("folded", Bytes("One long subject\r\n that is\r\n\tfolded"), "One long subject that is folded"),
            ("emoji", Bytes(Wire.Word("Спасибо 👍🏻")), "Спасибо 👍🏻"),
            ("broken-word", Bytes("=?utf-8?X?abc?= and =?utf-8?B?"), "=?utf-8?X?abc?= and =?utf-8?B?"),
            ("empty", [], ""),
            ("question-mark-at-its-end", Bytes("=?utf-8?Q?Why=3F?="), "Why?"),
        ];
        return subjects.Select(subject => new CorpusMessage(
            $"subject-{subject.Name}",
            Wire.Raw("From: olga@example.org\nSubject: {0}\nContent-Type: text/plain; charset=utf-8\n\nText\n", subject.Field),
            new(subject.Means, "olga@example.org", "Text")));
    }

    private static IEnumerable<CorpusMessage> Senders()
    {
        (string Name, string Field, string Means)[] senders =
        [
            ("bare", "olga@example.org", "olga@example.org"),
            ("angle", "<olga@example.org>", "olga@example.org"),
            ("atoms", "Olga Test <olga@example.org>", "Olga Test <olga@example.org>"),
            ("quoted", "\"Test, Olga\" <olga@example.org>", "Test, Olga <olga@example.org>"),
            ("quoted-pair", "\"Olga \\\"Desk\\\"\" <olga@example.org>", "Olga \"Desk\" <olga@example.org>"),
            ("encoded", $"{Wire.Word("Ольга Т.", "koi8-r")} <olga@example.org>", "Ольга Т. <olga@example.org>"),
            ("encoded-twice", $"{Wire.Word("Ольга", "windows-1251", 'Q')}\r\n {Wire.Word(" Т.", "windows-1251", 'Q')} <olga@example.org>", "Ольга Т. <olga@example.org>"),
            ("encoded-in-quotes", $"\"{Wire.Word("Ольга")}\" <olga@example.org>", "Ольга <olga@example.org>"),
            ("encoded-comma", $"{Wire.Word("Т., Ольга")} <olga@example.org>", "Т., Ольга <olga@example.org>"),
            ("encoded-address", $"{Wire.Word("admin@example.com")} <olga@example.org>", "admin@example.com <olga@example.org>"),
            ("raw-utf-8", "Ольга <olga@example.org>", "Ольга <olga@example.org>"),
            ("comment", "olga@example.org (Olga Test)", "Olga Test <olga@example.org>"),
            ("two", "Olga <olga@example.org>, Ivan <ivan@example.org>", "Olga <olga@example.org>, Ivan <ivan@example.org>"),
            ("semicolon", "olga@example.org; ivan@example.org", "olga@example.org, ivan@example.org"),
            ("group", "Desk: olga@example.org, Ivan <ivan@example.org>;", "olga@example.org, Ivan <ivan@example.org>"),
            ("empty-group", "undisclosed-recipients:;", ""),
            ("route", "Olga <@relay.example.com:olga@example.org>", "Olga <olga@example.org>"),
            ("blanks", "Olga < olga @ example.org >", "Olga <olga@example.org>"),
            ("idn", "Ольга <olga@xn--e1afmkfd.xn--p1ai>", "Ольга <olga@пример.рф>"),
            ("plus", "Olga <olga+tag=1@example.org>", "Olga <olga+tag=1@example.org>"),
            ("quoted-local", "\"olga test\"@example.org", "\"olga test\"@example.org"),
            ("no-address", "Olga Test", "Olga Test"),
            ("folded", "\"Olga\"\r\n <olga@example.org>", "Olga <olga@example.org>"),
            ("no-brackets", "Olga olga@example.org", "Olga <olga@example.org>"),
            ("unclosed-quote", "\"Olga <olga@example.org>", "Olga <olga@example.org>"),
        ];
        return senders.Select(sender => new CorpusMessage(
            $"from-{sender.Name}",
            Wire.Raw($"From: {sender.Field}\nSubject: Test\nContent-Type: text/plain; charset=utf-8\n\nText\n"),
            new("Test", sender.Means, "Text")));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
