using System.Text;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>
/// Encoded words (RFC 2047) to text. Neighbours of one charset are one run of bytes, since senders split characters between
/// them; blanks inside a word, words without a blank between them and missing padding are taken, what else is broken stays.
/// </summary>
internal static class EncodedWords
{
    private const int LongestLabel = 60;

    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var run = new EncodedRun(plain);
        var lastEnd = text.LastIndexOf("?=", StringComparison.Ordinal);
        var position = 0;
        for (var start = NextStart(text, 0); start >= 0 && start < lastEnd; start = NextStart(text, Math.Max(position, start + 2)))
        {
            if (Read(text, start) is { } word)
            {
                run.Pass(text.AsSpan(position, start - position));
                run.Add(word);
                position = word.End;
            }
        }

        run.Pass(text.AsSpan(position), isLast: true);
        return plain.ToString();
    }

    /// <summary>Where the encoded word ends that begins at a place; nothing when none does.</summary>
    public static int? EndAt(string text, int start) => text.AsSpan(start).StartsWith("=?") ? Read(text, start)?.End : null;

    private static int NextStart(string text, int from) => from < text.Length ? text.IndexOf("=?", from, StringComparison.Ordinal) : -1;

    private static EncodedWord? Read(string text, int start)
    {
        var label = start + 2;
        var labelEnd = text.IndexOf('?', label, Math.Min(LongestLabel, text.Length - label));
        if (labelEnd <= label || labelEnd + 3 > text.Length || text[labelEnd + 2] != '?' || text[labelEnd + 1] is not ('b' or 'B' or 'q' or 'Q'))
        {
            return null;
        }

        var end = text.IndexOf("?=", labelEnd + 3, StringComparison.Ordinal);
        return end < 0 ? null : new(text[label..labelEnd].Split('*')[0], text[labelEnd + 1] is 'b' or 'B', text[(labelEnd + 3)..end], end + 2);
    }
}
