using System.Text;

namespace iStom.Chat.Server.Email.Compose;

/// <summary>Text in headers beyond ASCII (RFC 2047), in UTF-8 and base64.</summary>
internal static class EncodedWords
{
    /// <summary>Octets in a word: it is then 56 characters long, of 75 that it may have, and fits into a line behind most headers' names.</summary>
    private const int OctetsOfWord = 33;

    /// <summary>Whether the text needs it: beyond ASCII, or what readers would take for an encoded word.</summary>
    public static bool Needed(string text) => text.Any(one => one is < ' ' or > '~') || text.Contains("=?", StringComparison.Ordinal);

    /// <summary>Words that each hold whole characters, as RFC 2047, 5 (3) wants it; readers join them without spaces.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var octets = new List<byte>(OctetsOfWord);
        var buffer = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(buffer);
            if (octets.Count + length > OctetsOfWord)
            {
                yield return Word(octets);
                octets.Clear();
            }

            octets.AddRange(buffer.AsSpan(0, length));
        }

        if (octets.Count > 0)
        {
            yield return Word(octets);
        }
    }

    private static string Word(List<byte> octets) => $"=?utf-8?B?{Convert.ToBase64String([.. octets])}?=";
}
