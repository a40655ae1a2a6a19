namespace iStom.Chat.Server.Search;

/// <summary>Tells what was looked for from the rest of a text. Parts of text, never markup: whatever was written stays what it is.</summary>
public static class Highlight
{
    /// <summary>Around a hit in what PostgreSQL marks. No text holds them: control characters are refused.</summary>
    public const char Begin = '\u0001';

    public const char End = '\u0002';

    /// <summary>What is shown of a long text, in UTF-16 code units.</summary>
    private const int Shown = 240;

    /// <summary>What is shown in front of the first hit.</summary>
    private const int Before = 60;

    /// <param name="text">As it was written.</param>
    /// <param name="marked">The same length but for the marks; letters may differ.</param>
    public static IReadOnlyList<TextPart> Parts(string text, string marked)
    {
        var hits = Hits(marked, out var length);
        if (length != text.Length)
        {
            hits = [];
        }

        var from = hits.Count == 0 || text.Length <= Shown ? 0 : WordStart(text, Math.Max(0, hits[0].From - Before));
        var until = text.Length <= from + Shown ? text.Length : WordStart(text, from + Shown);
        return [.. Cut(text, hits, from, until)];
    }

    private static IEnumerable<TextPart> Cut(string text, List<(int From, int Until)> hits, int from, int until)
    {
        var lead = from > 0 ? "…" : "";
        var at = from;
        foreach (var (start, end) in hits.Where(hit => hit.From >= from && hit.Until <= until))
        {
            if (start > at || lead.Length > 0)
            {
                yield return new(lead + text[at..start], Hit: false);
                lead = "";
            }

            yield return new(text[start..end], Hit: true);
            at = end;
        }

        if (at < until || until < text.Length || lead.Length > 0)
        {
            yield return new($"{lead}{text[at..until]}{(until < text.Length ? "…" : "")}", Hit: false);
        }
    }

    private static List<(int From, int Until)> Hits(string marked, out int length)
    {
        var hits = new List<(int, int)>();
        var (at, start) = (0, 0);
        foreach (var letter in marked)
        {
            switch (letter)
            {
                case Begin:
                    start = at;
                    break;
                case End:
                    hits.Add((start, at));
                    break;
                default:
                    at++;
                    break;
            }
        }

        length = at;
        return hits;
    }

    /// <summary>The beginning of the word there, so that none is cut, and no pair of surrogates.</summary>
    private static int WordStart(string text, int at)
    {
        const int Far = 40;
        for (var i = at; i > 0 && i > at - Far; i--)
        {
            if (char.IsWhiteSpace(text[i - 1]))
            {
                return i;
            }
        }

        return at > 0 && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }
}
