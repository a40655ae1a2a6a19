namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>Where another parser reads a message otherwise than we do, and why we stay with ours.</summary>
internal static class KnownDifferences
{
    private static readonly (string Reason, string[] Where)[] Mailparser =
    [
        ("believes a label that the bytes belie: we read what is UTF-8 as UTF-8, and Russian in the charset in which it is Russian", [.. WrongLabels, "wrong-windows-1251-as-no-such-charset/text"]),
        ("takes bytes without a label for UTF-8", ["subject-raw-windows-1251/subject", "subject-raw-koi8-r/subject"]),
        ("believes the label of an encoded word", ["subject-utf-8-called-windows-1251/subject", "subject-windows-1251-called-utf-8/subject"]),
        ("leaves folders in the name of a file", ["file-path/files", "file-climbing-path/files"]),
        ("takes a quote that does not end for a part of the address", ["from-unclosed-quote/from"]),
        ("makes no text of HTML that is the root of multipart/related, or beside an empty plain text", ["structure-related/text", "structure-empty-plain/text"]),
        ("writes headings in capitals", ["structure-only-html/text"]),
        ("does not show the text of a message that was forwarded as a file", ["structure-forwarded-message/text", "broken-message-in-base64/text"]),
        ("takes words for header fields where there are none", ["broken-no-headers/text", "broken-no-blank-line/text"]),
        ("does not know a name with a blank before its colon for addresses", ["broken-blank-before-the-colon/from"]),
        ("shows nothing when no boundary comes", ["broken-no-boundary-parameter/text", "broken-boundary-never-comes/text"]),
        ("makes a file of what has no type that it knows", ["broken-type-without-a-subtype/text", "broken-type-without-a-subtype/files"]),
        ("leaves controls in the text, which a database refuses", ["broken-nul-and-escape/text"]),
        ("puts the fields of a delivery report into the text: we read them, and keep them as a file", ["report-postfix/text", "report-postfix/files", "report-exchange/text", "report-exchange/files"]),
    ];

    private static readonly (string Reason, string[] Where)[] Python =
    [
        ("believes a label that the bytes belie", WrongLabels),
        ("takes what has no label for ASCII", ["wrong-utf-8-as-us-ascii/text", "wrong-utf-8-as-nothing/text", "subject-raw-windows-1251/subject", "subject-raw-koi8-r/subject", "from-raw-utf-8/from", "from-idn/from"]),
        ("throws at a charset that it does not know", ["wrong-utf-8-as-x-unknown/all", "wrong-windows-1251-as-no-such-charset/all", "broken-charset-in-double-quotes/all", "broken-parameter-without-a-value/all"]),
        ("takes UTF-16 without a mark for little-endian, against RFC 2781", ["charset-utf-16-base64-plain/text", "charset-utf-16-base64-alternative/text", "charset-utf-16-base64-mixed/text"]),
        ("believes the label of an encoded word", ["subject-utf-8-called-windows-1251/subject", "subject-windows-1251-called-utf-8/subject"]),
        ("decodes each encoded word by itself", ["subject-base64-cut-anywhere/subject", "file-encoded-word-in-pieces/files"]),
        ("takes comments for no name", ["from-comment/from", "report-postfix/from"]),
        ("stops at what is no address by the RFC", ["from-semicolon/from", "from-no-address/from", "from-no-brackets/from", "from-unclosed-quote/from"]),
        ("ends a name without quotes at a blank", ["file-unquoted-blanks/files"]),
        ("prefers the plain form of a name to the extended one, against RFC 6266 and RFC 2231", ["file-both-forms/files"]),
        ("leaves folders in the name of a file", ["file-path/files", "file-climbing-path/files"]),
        ("counts no picture of the HTML and no meeting beside the text as files", ["structure-alternative-with-related/files", "structure-invitation/files"]),
        ("has one part with text and takes the others for files", ["structure-text-picture-text/text", "structure-text-picture-text/files", "structure-no-types/files", "structure-boundary-that-begins-alike/files"]),
        ("does not show the text of a message that was forwarded as a file, and writes that message anew", ["structure-forwarded-message/text", "structure-forwarded-message/files"]),
        ("sees no HTML beside an empty plain text", ["structure-empty-plain/text"]),
        ("does not join lines (RFC 3676)", ["structure-flowed-delsp/text", "structure-flowed-quote/text"]),
        ("ends the header at a line that is no field, and at a blank before a colon", ["broken-folded-without-a-blank/subject", "broken-folded-without-a-blank/text", "broken-blank-before-the-colon/subject", "broken-blank-before-the-colon/from"]),
        ("does not know an encoding with a comment", ["broken-encoding-with-a-comment/text"]),
        ("ends base64 at its first padding", ["broken-base64-joined/text"]),
        ("leaves controls in the text", ["broken-nul-and-escape/text"]),
        ("reads no message that is encoded, which RFC 2046 forbids", ["broken-message-in-base64/files"]),
        ("writes the parts of a report anew", ["report-postfix/files", "report-exchange/files"]),
    ];

    public static string[] OfMailparser { get; } = [.. Mailparser.SelectMany(difference => difference.Where)];

    public static string[] OfPython { get; } = [.. Python.SelectMany(difference => difference.Where)];

    /// <summary>Those in which no parser sees Russian that believes what it is told.</summary>
    private static string[] WrongLabels =>
    [
        .. new[]
        {
            "utf-8-as-windows-1251", "utf-8-as-koi8-r", "utf-8-as-iso-8859-1", "utf-8-as-iso-8859-5", "windows-1251-as-koi8-r", "windows-1251-as-iso-8859-1", "windows-1251-as-utf-8", "windows-1251-as-us-ascii",
            "windows-1251-as-nothing", "windows-1251-as-iso-8859-5", "koi8-r-as-windows-1251", "koi8-r-as-iso-8859-1", "koi8-r-as-utf-8", "koi8-r-as-nothing", "ibm866-as-nothing", "iso-8859-5-as-windows-1251",
        }.Select(pair => $"wrong-{pair}/text"),
    ];
}
