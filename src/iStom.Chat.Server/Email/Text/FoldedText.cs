namespace iStom.Chat.Server.Email.Text;

/// <summary>A mail with its quoted history and its signature told from what it says. Its parts together are the whole text.</summary>
/// <param name="Parts">In their order.</param>
public sealed record FoldedText(IReadOnlyList<FoldedPart> Parts)
{
    /// <summary>Lines that a signature may have below its first one.</summary>
    private const int LongestSignature = 12;

    /// <summary>What is shown at once; without empty lines around it.</summary>
    public string Visible => Joined(part => part.Kind == FoldedKind.Content);

    /// <summary>What is shown when asked for; empty when there is nothing.</summary>
    public string Folded => Joined(part => part.Kind != FoldedKind.Content);

    /// <param name="text">Of a mail, lines ending with LF.</param>
    /// <param name="subject">Tells a mail that is forwarded from one that answers: what it brings is then its content.</param>
    public static FoldedText Of(string text, string subject = "")
    {
        var lines = MailLine.Split(text);
        var kinds = new FoldedKind[lines.Length];
        var forwarded = Array.FindIndex(lines, line => line.StartsForwarded);
        var own = lines.AsSpan(0, forwarded < 0 ? lines.Length : forwarded);
        var end = ForwardedSubject.Is(subject) ? own.Length : History.Start(own);
        kinds.AsSpan(end, own.Length - end).Fill(FoldedKind.History);
        Quotes.Mark(own[..end], kinds, isHistoryBelow: end < own.Length, isContentBelow: forwarded >= 0);
        MarkSignature(own[..end], kinds);
        var says = lines.Where((line, index) => kinds[index] == FoldedKind.Content && !line.IsBlank).Any();
        return new(says ? Runs(lines, kinds) : [new(FoldedKind.Content, text)]);
    }

    /// <summary>The first line that ends a letter, when not much comes after it and something comes before.</summary>
    private static void MarkSignature(ReadOnlySpan<MailLine> lines, FoldedKind[] kinds)
    {
        var left = LongestSignature;
        var start = -1;
        for (var index = lines.Length - 1; index > 0 && left >= 0; index--)
        {
            if (kinds[index] == FoldedKind.Content)
            {
                left -= lines[index].IsBlank ? 0 : 1;
                start = Signature.Starts(lines[index].Text) ? index : start;
            }
        }

        for (var index = start; start >= 0 && index < lines.Length; index++)
        {
            kinds[index] = kinds[index] == FoldedKind.Content ? FoldedKind.Signature : kinds[index];
        }
    }

    private static FoldedPart[] Runs(MailLine[] lines, FoldedKind[] kinds)
    {
        var parts = new List<FoldedPart>();
        for (var start = 0; start < lines.Length;)
        {
            var end = start + 1;
            while (end < lines.Length && kinds[end] == kinds[start])
            {
                end++;
            }

            parts.Add(new(kinds[start], string.Concat(lines[start..end].Select(line => line.Whole))));
            start = end;
        }

        return [.. parts];
    }

    private string Joined(Func<FoldedPart, bool> isWanted) => string.Concat(Parts.Where(isWanted).Select(part => part.Text)).Trim('\n', ' ');
}
