using System.Text;

namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>Every charset in every encoding in every structure, and charsets that are not what they are called.</summary>
internal static class CharsetMessages
{
    private const string Words = "Здравствуйте!\nПосле обновления программа не печатает чек — что делать?\nСерийный номер: 1001.";
    private const string PlainWords = "Hello,\nthe printer is silent = no receipt.\nSerial: 1001.";

    private static readonly string[] Charsets = ["utf-8", "windows-1251", "koi8-r", "koi8-u", "iso-8859-5", "ibm866", "utf-16", "us-ascii"];
    private static readonly string[] Encodings = ["8bit", "quoted-printable", "base64"];
    private static readonly string[] Structures = ["plain", "html", "alternative", "mixed"];

    public static IEnumerable<CorpusMessage> All() =>
    [
        .. from charset in Charsets
           from encoding in Encodings
           from structure in Structures
           where charset != "utf-16" || encoding == "base64"
           select Labelled(charset, encoding, structure),
        .. Mislabelled(),
    ];

    private static CorpusMessage Labelled(string charset, string encoding, string structure)
    {
        var words = charset switch { "us-ascii" => PlainWords, "utf-8" or "windows-1251" or "utf-16" => Words, _ => Words.Replace('—', '-') };
        var text = Wire.Body(words, charset, encoding);
        var html = Wire.Body($"<html><body><p>{words.Replace("\n", "<br>", StringComparison.Ordinal)}</p></body></html>", charset, encoding);
        var subject = charset == "us-ascii" ? "No receipt" : "Не печатает чек";
        var word = charset is "us-ascii" ? subject : Wire.Word(subject, charset == "utf-16" ? "utf-8" : charset, encoding == "base64" ? 'B' : 'Q');
        var file = new CorpusFile("скриншот 1.png", "image/png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 0, 255]);
        var head = $"From: {Wire.Word("Ольга")} <olga@example.org>\nTo: support@example.com\nSubject: {word}\nMessage-ID: <{charset}.{encoding}.{structure}@example.org>\nDate: Mon, 23 Nov 2026 10:00:00 +0300\nMIME-Version: 1.0\n";
        string Part(string type) => $"Content-Type: {type}; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n";
        var raw = structure switch
        {
            "plain" => Wire.Raw(head + Part("text/plain") + "{0}\n", text),
            "html" => Wire.Raw(head + Part("text/html") + "{0}\n", html),
            "alternative" => Wire.Raw(head + "Content-Type: multipart/alternative; boundary=\"b1\"\n\n--b1\n" + Part("text/plain") + "{0}\n--b1\n" + Part("text/html") + "{1}\n--b1--\n", text, html),
            _ => Wire.Raw(
                head + "Content-Type: multipart/mixed; boundary=\"b1\"\n\n--b1\n" + Part("text/plain") + "{0}\n--b1\n"
                + $"Content-Type: image/png\nContent-Disposition: attachment; filename*=utf-8''{Wire.Percent(file.Name)}\nContent-Transfer-Encoding: base64\n\n" + "{1}\n--b1--\n",
                text, Wire.Body(file.Content, "base64")),
        };
        return new($"charset-{charset}-{encoding}-{structure}", raw, new(subject, "Ольга <olga@example.org>", words, structure == "mixed" ? [file] : []));
    }

    /// <summary>What programs of the last twenty years called their charsets.</summary>
    private static IEnumerable<CorpusMessage> Mislabelled()
    {
        (string Charset, string? Label)[] pairs =
        [
            ("utf-8", "windows-1251"), ("utf-8", "koi8-r"), ("utf-8", "iso-8859-1"), ("utf-8", "us-ascii"), ("utf-8", null), ("utf-8", "iso-8859-5"), ("utf-8", "x-unknown"),
            ("windows-1251", "koi8-r"), ("windows-1251", "iso-8859-1"), ("windows-1251", "utf-8"), ("windows-1251", "us-ascii"), ("windows-1251", null), ("windows-1251", "iso-8859-5"), ("windows-1251", "no-such-charset"),
            ("koi8-r", "windows-1251"), ("koi8-r", "iso-8859-1"), ("koi8-r", "utf-8"), ("koi8-r", null), ("ibm866", null), ("iso-8859-5", "windows-1251"),
        ];
        foreach (var (charset, label) in pairs)
        {
            var words = Words.Replace('—', '-');
            var type = label is null ? "text/plain" : $"text/plain; charset=\"{label}\"";
            var raw = Wire.Raw(
                $"From: olga@example.org\nSubject: Wrong charset\nContent-Type: {type}\nContent-Transfer-Encoding: 8bit\n\n" + "{0}\n", Wire.Body(words, charset, "8bit"));
            yield return new($"wrong-{charset}-as-{label ?? "nothing"}", raw, new("Wrong charset", "olga@example.org", words));
        }
    }
}
