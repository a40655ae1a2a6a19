using System.Text;

namespace iStom.Chat.Server.Email.Compose;

/// <summary>A body in ASCII lines of at most 998 characters (RFC 2045, 6), whatever it was.</summary>
/// <param name="Name">As Content-Transfer-Encoding has it.</param>
/// <param name="Body">Ends in CRLF where it is not empty.</param>
internal sealed record TransferEncoding(string Name, string Body)
{
    private const int LongestLine = 998;
    private const int EncodedLine = 76;
    private const string Hex = "0123456789ABCDEF";

    /// <summary>As it is where it can be; else what is shorter, so that Russian goes in base64 and French in quoted-printable.</summary>
    public static TransferEncoding Of(string text)
    {
        var lines = text.ReplaceLineEndings("\r\n").Split("\r\n");
        lines = lines is [.., ""] ? lines[..^1] : lines;
        var body = string.Concat(lines.Select(line => $"{line}\r\n"));
        if (Array.TrueForAll(lines, line => line.Length <= LongestLine && line.All(one => one is '\t' or (>= ' ' and <= '~'))))
        {
            return new("7bit", body);
        }

        var octets = Encoding.UTF8.GetBytes(body);
        var printable = QuotedPrintable(octets);
        return printable.Length <= octets.Length * 4 / 3 ? new("quoted-printable", printable) : Of(octets);
    }

    /// <summary>Bytes, in base64.</summary>
    public static TransferEncoding Of(ReadOnlySpan<byte> content)
    {
        var text = Convert.ToBase64String(content, Base64FormattingOptions.None);
        var body = new StringBuilder(text.Length + (text.Length / EncodedLine * 2) + 2);
        for (var at = 0; at < text.Length; at += EncodedLine)
        {
            body.Append(text.AsSpan(at, Math.Min(EncodedLine, text.Length - at))).Append("\r\n");
        }

        return new("base64", body.ToString());
    }

    /// <summary>RFC 2045, 6.7; the octets' lines end in CRLF.</summary>
    private static string QuotedPrintable(ReadOnlySpan<byte> octets)
    {
        var (body, column) = (new StringBuilder(octets.Length * 2), 0);
        for (var at = 0; at < octets.Length; at++)
        {
            if (IsLineEnd(octets, at))
            {
                body.Append("\r\n");
                (column, at) = (0, at + 1);
                continue;
            }

            var octet = octets[at];
            var literal = octet is >= (byte)' ' and <= (byte)'~' and not (byte)'=' && !(octet == ' ' && IsLineEnd(octets, at + 1));
            var width = literal ? 1 : 3;
            if (column + width >= EncodedLine)
            {
                body.Append("=\r\n");
                column = 0;
            }

            _ = literal ? body.Append((char)octet) : body.Append('=').Append(Hex[octet >> 4]).Append(Hex[octet & 15]);
            column += width;
        }

        return body.ToString();
    }

    private static bool IsLineEnd(ReadOnlySpan<byte> octets, int at) => at + 1 < octets.Length && octets[at] == '\r' && octets[at + 1] == '\n';
}
