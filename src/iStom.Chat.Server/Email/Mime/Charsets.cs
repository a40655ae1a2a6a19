using System.Text;
using System.Text.Unicode;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>
/// Bytes to text. A label is believed as long as the text makes sense in it: what is UTF-8 is read as UTF-8 whatever it is
/// labelled, and Russian text in one of its single-byte charsets is read in the one in which it looks like Russian.
/// </summary>
internal static class Charsets
{
    /// <summary>Labels between which mail in Russian is confused, and "no charset at all" by other names.</summary>
    private static readonly HashSet<string> Doubtful = new(StringComparer.Ordinal)
    {
        "utf-8", "windows-1251", "koi8-r", "koi8-u", "iso-8859-5", "ibm866", "x-mac-cyrillic", "windows-1252",
    };

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["utf8"] = "utf-8", ["unicode-1-1-utf-8"] = "utf-8",
        ["cp1251"] = "windows-1251", ["win-1251"] = "windows-1251", ["win1251"] = "windows-1251", ["windows1251"] = "windows-1251", ["x-cp1251"] = "windows-1251", ["cp-1251"] = "windows-1251",
        ["koi8"] = "koi8-r", ["koi8r"] = "koi8-r", ["cskoi8r"] = "koi8-r", ["koi8u"] = "koi8-u", ["koi8-ru"] = "koi8-u",
        ["cp866"] = "ibm866", ["866"] = "ibm866", ["dos-866"] = "ibm866", ["csibm866"] = "ibm866",
        ["iso8859-5"] = "iso-8859-5", ["cyrillic"] = "iso-8859-5", ["iso-ir-144"] = "iso-8859-5",
        ["iso-8859-1"] = "windows-1252", ["latin1"] = "windows-1252", ["iso8859-1"] = "windows-1252", ["cp1252"] = "windows-1252", ["l1"] = "windows-1252",
        ["us-ascii"] = "", ["ascii"] = "", ["ansi_x3.4-1968"] = "", ["7bit"] = "", ["8bit"] = "", ["binary"] = "", ["unknown-8bit"] = "", ["x-unknown"] = "", ["default"] = "", ["none"] = "",
        ["utf16"] = "utf-16", ["unicode"] = "utf-16", ["iso-10646-ucs-2"] = "utf-16", ["utf-16-le"] = "utf-16le", ["utf-16-be"] = "utf-16be",
    };

    /// <param name="bytes">Encoded text.</param>
    /// <param name="label">What the sender calls its charset, if anything.</param>
    /// <param name="log">Is told of labels that are unknown or wrong.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? label, ReadingLog? log = null)
    {
        var name = Canonical(label);
        if (Marked(bytes) is { } marked)
        {
            return marked;
        }

        if (name is "utf-16" or "utf-16le" or "utf-16be" or "utf-32")
        {
            return Wide(bytes, name);
        }

        var encoding = name.Length > 0 ? Named(name) : null;
        if (name.Length > 0 && encoding is null)
        {
            log?.Tell(MailProblems.CharsetUnknown);
        }

        return encoding is not null && !Doubtful.Contains(name) ? Trusted(bytes, encoding, log) : Doubted(bytes, encoding, log);
    }

    /// <summary>Valid UTF-8 with letters beyond ASCII, which text in another charset hardly ever is.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF) && Utf8.IsValid(bytes);

    private static string Trusted(ReadOnlySpan<byte> bytes, Encoding encoding, ReadingLog? log)
    {
        if (!IsUtf8(bytes))
        {
            return encoding.GetString(bytes);
        }

        log?.Tell(MailProblems.CharsetWrong);
        return Encoding.UTF8.GetString(bytes);
    }

    private static string Doubted(ReadOnlySpan<byte> bytes, Encoding? labelled, ReadingLog? log)
    {
        if (!bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        var chosen = CharsetGuess.Of(bytes, labelled);
        if (labelled is not null && chosen.CodePage != labelled.CodePage)
        {
            log?.Tell(MailProblems.CharsetWrong);
        }

        return chosen.GetString(bytes);
    }

    /// <summary>By its byte order mark.</summary>
    private static string? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFF, 0xFE, .. var rest] when rest.Length % 2 == 0 => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] when rest.Length % 2 == 0 => Encoding.BigEndianUnicode.GetString(rest),
        _ => null,
    };

    /// <summary>Without a mark the order is that in which zeros and Cyrillic rows come at the more significant place.</summary>
    private static string Wide(ReadOnlySpan<byte> bytes, string name)
    {
        if (name == "utf-32")
        {
            return Encoding.UTF32.GetString(bytes);
        }

        var sample = bytes[..Math.Min(bytes.Length, CharsetGuess.SampleBytes)];
        var (even, odd) = (0, 0);
        for (var index = 0; index < sample.Length; index++)
        {
            var row = sample[index] is 0 or 4 ? 1 : 0;
            (even, odd) = index % 2 == 0 ? (even + row, odd) : (even, odd + row);
        }

        var bigEndian = even == odd ? name != "utf-16le" : even > odd;
        return (bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes);
    }

    private static string Canonical(string? label)
    {
        var name = label?.Trim(' ', '"', '\'', '\t').Replace('_', '-').ToLowerInvariant() ?? "";
        return Aliases.TryGetValue(name, out var alias) ? alias : name;
    }

    /// <summary>Nothing for an unknown label. UTF-7 is among them: it hides markup from whoever looks for it.</summary>
    private static Encoding? Named(string name) => name switch
    {
        "utf-8" => Encoding.UTF8,
        "utf-7" => null,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(name),
    };
}
