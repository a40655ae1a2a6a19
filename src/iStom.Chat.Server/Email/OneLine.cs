using System.Buffers;
using System.Text;

namespace iStom.Chat.Server.Email;

/// <summary>
/// Text that stands in one header field. Nothing in it can end the line or the field (CR, LF, NUL and other controls), nor
/// turn the direction of what stands beside it on a screen.
/// </summary>
public static class OneLine
{
    private static readonly SearchValues<char> Unbroken = SearchValues.Create(
        [.. Enumerable.Range(0, 128).Select(code => (char)code).Where(letter => letter > ' ' && letter < 0x7F),
         .. Enumerable.Range(0x400, 0x100).Select(code => (char)code)]);

    /// <summary>Without controls; each run of white space as one blank, none at the ends; no half of a surrogate pair.</summary>
    /// <param name="text">Whatever came from outside.</param>
    /// <param name="longest">Characters after which the rest is left out.</param>
    public static string Of(string? text, int longest = int.MaxValue) => text switch
    {
        null => "",
        _ when text.Length <= longest && !text.AsSpan().ContainsAnyExcept(Unbroken) => text,
        _ => Cleaned(text, longest),
    };

    /// <summary>The first characters, not cut in the middle of a surrogate pair.</summary>
    public static string Start(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    private static string Cleaned(string text, int longest)
    {
        var clean = new StringBuilder(Math.Min(text.Length, longest));
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var blank = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            gap |= blank;
            if (blank || TurnsDirection(rune))
            {
                continue;
            }

            if (clean.Length + rune.Utf16SequenceLength + (gap ? 1 : 0) > longest)
            {
                break;
            }

            clean.Append(gap && clean.Length > 0 ? " " : "").Append(rune);
            gap = false;
        }

        return clean.ToString();
    }

    /// <summary>Embeddings, overrides and isolates (UAX #9): with these a name can show an address that is not its own.</summary>
    private static bool TurnsDirection(Rune rune) =>
        rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
