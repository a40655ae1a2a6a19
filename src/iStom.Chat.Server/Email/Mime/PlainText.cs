using System.Text;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>Text of a text/plain part as it is shown.</summary>
internal static class PlainText
{
    /// <summary>Lines end with LF; no control other than it and TAB; joined where the sender wrapped it (RFC 3676).</summary>
    public static string Of(string text, ContentType type)
    {
        var clean = Clean(text);
        return "flowed".Equals(type["format"], StringComparison.OrdinalIgnoreCase)
            ? Flowed(clean, "yes".Equals(type["delsp"], StringComparison.OrdinalIgnoreCase))
            : clean;
    }

    /// <summary>What a database and a page take: NUL and its kin are left out, halves of surrogate pairs are replaced.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            var ends = letter is '\r' or '\u0085' or '\u2028' or '\u2029';
            var isPair = char.IsHighSurrogate(letter) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
            clean.Append(
                ends ? letter == '\r' && index + 1 < text.Length && text[index + 1] == '\n' ? "" : "\n"
                : isPair ? text.AsSpan(index++, 2)
                : char.IsSurrogate(letter) ? "\uFFFD"
                : char.IsControl(letter) && letter is not ('\n' or '\t') ? ""
                : text.AsSpan(index, 1));
        }

        return clean.ToString();
    }

    /// <summary>A line that ends with a blank goes on in the next of the same depth of quotes; "-- " is a signature (§4.3).</summary>
    private static string Flowed(string text, bool deletesBlank)
    {
        var joined = new StringBuilder(text.Length);
        var (open, isFirst) = (-1, true);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            var quotes = line.Length - line.TrimStart('>').Length;
            var content = line[quotes..] is [' ', .. var stuffed] ? stuffed : line[quotes..];
            var flows = content is [.., ' '] && content is not "-- ";
            if (open != quotes || content is "-- ")
            {
                joined.Append(isFirst ? "" : "\n").Append('>', quotes).Append(quotes > 0 && content.Length > 0 ? " " : "");
            }

            joined.Append(flows && deletesBlank ? content[..^1] : content);
            (open, isFirst) = (flows ? quotes : -1, false);
        }

        return joined.ToString();
    }
}
