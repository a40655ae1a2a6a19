using System.Globalization;
using System.Text;

namespace iStom.Chat.Server.Email.Compose;

/// <summary>A file's name as parameter of Content-Disposition (RFC 2183, 2.3; RFC 2231, 3 and 4 beyond ASCII).</summary>
internal static class FileNameParameter
{
    private const int LongestCharacters = 200;
    private const int LongestPlain = 60;
    private const int PieceCharacters = 54;
    private const string Unnamed = "file";

    /// <summary>One parameter, or the pieces of a long one; joined by semicolons.</summary>
    public static IEnumerable<string> Of(string name)
    {
        var clean = Clean(name);
        if (clean.Length <= LongestPlain && clean.All(one => one is >= ' ' and <= '~' and not ('"' or '\\' or '%')))
        {
            return [$"filename=\"{clean}\""];
        }

        string[] pieces = [.. Pieces(clean)];
        return pieces is [var only]
            ? [$"filename*=utf-8''{only}"]
            : pieces.Select((piece, index) => string.Create(CultureInfo.InvariantCulture, $"filename*{index}*={(index == 0 ? "utf-8''" : "")}{piece}"));
    }

    private static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Select(one => char.IsControl(one) ? '_' : one)).Trim();
        clean = clean.Length > LongestCharacters ? clean[..LongestCharacters] : clean;
        return clean.Length == 0 ? Unnamed : clean;
    }

    private static IEnumerable<string> Pieces(string name)
    {
        var piece = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            var encoded = Percent(rune);
            if (piece.Length + encoded.Length > PieceCharacters)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(encoded);
        }

        yield return piece.ToString();
    }

    private static string Percent(Rune rune)
    {
        var octets = new byte[4];
        return rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '.' or '_')
            ? rune.ToString()
            : string.Concat(octets.Take(rune.EncodeToUtf8(octets)).Select(octet => $"%{octet:X2}"));
    }
}
