namespace iStom.Chat.Server.Email.Text;

/// <summary>
/// Lines that begin with "&gt;", with the line above that says whose they are. They are history at the end of a letter, and
/// when one block of them stands in front of all else; between the writer's own words they are what is being answered.
/// </summary>
internal static class Quotes
{
    /// <param name="lines">The letter down to where earlier messages follow as they were.</param>
    /// <param name="kinds">Of all lines.</param>
    /// <param name="isHistoryBelow">Earlier messages follow.</param>
    /// <param name="isContentBelow">Content follows.</param>
    public static void Mark(ReadOnlySpan<MailLine> lines, FoldedKind[] kinds, bool isHistoryBelow, bool isContentBelow)
    {
        var blocks = Blocks(lines);
        for (var index = 0; index < blocks.Count; index++)
        {
            var (start, end) = blocks[index];
            var isLast = index == blocks.Count - 1 && !isContentBelow && IsSilent(lines[end..]);
            var isOnlyAndFirst = blocks.Count == 1 && !isHistoryBelow && IsSilent(lines[..start]);
            if (isLast || isOnlyAndFirst)
            {
                kinds.AsSpan(start, end - start).Fill(FoldedKind.History);
            }
        }
    }

    /// <summary>From an attribution, or else from the first quoted line, to behind the last quoted line.</summary>
    private static List<(int Start, int End)> Blocks(ReadOnlySpan<MailLine> lines)
    {
        var blocks = new List<(int Start, int End)>();
        for (var index = 0; index < lines.Length; index++)
        {
            if (!lines[index].IsQuoted)
            {
                continue;
            }

            var start = WithAttribution(lines, index);
            for (var next = index + 1; next < lines.Length && (lines[next].IsQuoted || lines[next].IsBlank); next++)
            {
                index = lines[next].IsQuoted ? next : index;
            }

            blocks.Add((start, index + 1));
        }

        return blocks;
    }

    private static int WithAttribution(ReadOnlySpan<MailLine> lines, int quote)
    {
        var above = quote - 1;
        while (above > 0 && lines[above].IsBlank)
        {
            above--;
        }

        return above >= 0 && !lines[above].IsBlank && Attribution.Start(lines, above, Attribution.IsAboveQuote) is var start and >= 0 ? start : quote;
    }

    /// <summary>Nothing but blanks and a signature.</summary>
    private static bool IsSilent(ReadOnlySpan<MailLine> lines)
    {
        foreach (var line in lines)
        {
            if (Signature.Starts(line.Text))
            {
                return true;
            }

            if (!line.IsBlank)
            {
                return false;
            }
        }

        return true;
    }
}
