namespace iStom.Chat.Server.Contract;

/// <summary>Which of the words that there are somebody may have meant by one that there is not.</summary>
public static class SimilarWords
{
    /// <summary>From so many letters on two of them may be wrong.</summary>
    private const int LongWord = 7;

    private const int Most = 5;

    /// <summary>The nearest of the candidates: those with the fewest wrong letters, if these are few enough.</summary>
    public static IReadOnlyList<string> Nearest(string word, IEnumerable<string> candidates)
    {
        var within = word.Length < LongWord ? 1 : 2;
        var near = candidates.Select(candidate => (Word: candidate, Distance: Distance(word, candidate))).Where(each => each.Distance <= within).ToList();
        return near.Count == 0 ? [] : [.. near.Where(each => each.Distance == near.Min(other => other.Distance)).Take(Most).Select(each => each.Word)];
    }

    /// <summary>How many letters are wrong, missing or too many, or two neighbours in the wrong order (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        var cells = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                cells[i, j] = i == 0 ? j : j == 0 ? i : Cell(cells, a, b, i, j);
            }
        }

        return cells[a.Length, b.Length];
    }

    private static int Cell(int[,] cells, string a, string b, int i, int j)
    {
        var changed = cells[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var least = Math.Min(changed, Math.Min(cells[i - 1, j], cells[i, j - 1]) + 1);
        var isSwapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwapped ? Math.Min(least, cells[i - 2, j - 2] + 1) : least;
    }
}
