namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>What arrives although no program should send it. What it means is what somebody would make of it who sees it.</summary>
internal static class BrokenMessages
{
    private const string Head = "From: olga@example.org\nSubject: Broken\n";

    private static readonly (string Name, string Raw, string? Text)[] Broken =
    [
        ("no-headers", "Just words\n", null),
        ("empty", "", null),
        ("no-blank-line", Head + "Content-Type: text/plain\nBody at once\n", "Body at once"),
        ("only-headers", Head, ""),
        ("mbox-line", "From olga@example.org Mon Nov 23 10:00:00 2026\n" + Head + "\nText\n", "Text"),
        ("folded-without-a-blank", "From: olga@example.org\nX-Long: one\ntwo three\nSubject: Broken\n\nText\n", "Text"),
        ("blank-before-the-colon", "From : olga@example.org\nSubject : Broken\n\nText\n", "Text"),
        ("no-closing-boundary", Head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nText\n", "Text"),
        ("no-boundary-parameter", Head + "Content-Type: multipart/mixed\n\n--guess\nContent-Type: text/plain\n\nText\n--guess--\n", "Text"),
        ("boundary-never-comes", Head + "Content-Type: multipart/mixed; boundary=b\n\nText\n", "Text"),
        ("inner-not-closed", Head + "Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/alternative; boundary=i\n\n--i\nContent-Type: text/plain\n\nText\n--o--\n", "Text"),
        ("type-without-a-subtype", Head + "Content-Type: text\n\nText\n", "Text"),
        ("type-of-nonsense", Head + "Content-Type: ;;;=\n\nText\n", "Text"),
        ("charset-in-double-quotes", Head + "Content-Type: text/plain; charset=\"\"utf-8\"\"\n\nПривет\n", "Привет"),
        ("encoding-unknown", Head + "Content-Transfer-Encoding: x-none\n\nText\n", "Text"),
        ("encoding-with-a-comment", Head + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64 (MIME)\n\n0J/RgNC40LLQtdGC\n", "Привет"),
        ("base64-with-rubbish", Head + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n0J/R*gNC4\n 0LLQ tdGC!\n", "Привет"),
        ("base64-without-padding", Head + "Content-Transfer-Encoding: base64\n\nVGV4dA\n", "Text"),
        ("base64-joined", Head + "Content-Transfer-Encoding: base64\n\nVGU=\neHQ=\n", "Text"),
        ("quoted-printable-of-nothing", Head + "Content-Transfer-Encoding: quoted-printable\n\nx=y =ZZ 100%=\n", "x=y =ZZ 100%"),
        ("quoted-printable-cut", Head + "Content-Transfer-Encoding: quoted-printable\n\nText =D\n", "Text =D"),
        ("date-of-nonsense", Head + "Date: yesterday\n\nText\n", "Text"),
        ("subject-twice", "From: olga@example.org\nSubject: Broken\nSubject: Second\n\nText\n", "Text"),
        ("nul-and-escape", Head + "Content-Type: text/plain\n\nTe\0x\u001Bt\n", "Text"),
        ("parameter-without-a-value", Head + "Content-Type: text/plain; charset; format=\n\nText\n", "Text"),
        ("quote-not-closed", Head + "Content-Type: text/plain; charset=\"utf-8\n\nПривет\n", "Привет"),
        ("html-not-closed", Head + "Content-Type: text/html\n\n<p>Text<b\n", "Text"),
        ("html-called-plain", Head + "Content-Type: text/plain\n\n<p>Text</p>\n", "<p>Text</p>"),
        ("message-in-base64", Head + "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + "RnJvbTogYUBleGFtcGxlLm9yZwpTdWJqZWN0OiBJbm5lcgoKVGV4dAo=\n", null),
    ];

    public static IEnumerable<CorpusMessage> All() =>
    [
        .. Broken.Select(broken => new CorpusMessage(
            $"broken-{broken.Name}", Wire.Raw(broken.Raw), broken.Text is null ? null : new Truth("Broken", "olga@example.org", broken.Text))),
        .. LineEnds(),
    ];

    /// <summary>LF alone, and each at random.</summary>
    private static IEnumerable<CorpusMessage> LineEnds()
    {
        const string Whole = Head + "Content-Type: multipart/mixed; boundary=b\r\n\n--b\nContent-Type: text/plain\n\r\nOne\nTwo\r\n--b--\n";
        yield return new("broken-lf", System.Text.Encoding.ASCII.GetBytes(Whole.ReplaceLineEndings("\n")), new("Broken", "olga@example.org", "One\nTwo"));
        yield return new("broken-line-ends-mixed", System.Text.Encoding.ASCII.GetBytes(Whole), new("Broken", "olga@example.org", "One\nTwo"));
    }
}
