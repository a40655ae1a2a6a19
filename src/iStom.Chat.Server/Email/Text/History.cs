namespace iStom.Chat.Server.Email.Text;

/// <summary>Earlier messages that a program puts below an answer as they were, without a sign in front of each line.</summary>
internal static class History
{
    /// <summary>Lines within which Outlook's names of fields follow one another.</summary>
    private const int HeaderLines = 8;

    private static readonly string[] Separators =
    [
        "original message", "исходное сообщение", "original appointment", "исходная встреча", "исходное письмо", "оригинальное сообщение", "original mail", "reply message", "ответное сообщение",
    ];

    private static readonly string[] From = ["from:", "от:", "от кого:", "відправник:"];

    private static readonly string[] Others =
    [
        "sent:", "date:", "to:", "cc:", "subject:", "importance:", "отправлено:", "дата:", "кому:", "копия:", "тема:", "важность:", "когда:", "надіслано:",
    ];

    /// <summary>The line with which it begins; the number of lines when there is none.</summary>
    public static int Start(ReadOnlySpan<MailLine> lines)
    {
        for (var index = 0; index < lines.Length; index++)
        {
            if (IsSeparator(lines[index].Text) || IsHeader(lines, index))
            {
                return Above(lines, index);
            }

            if (Attribution.IsComplete(lines[index].Text) && !IsQuoteBelow(lines, index))
            {
                return Attribution.Start(lines, index, Attribution.IsComplete) is var start and >= 0 ? start : index;
            }
        }

        return lines.Length;
    }

    private static bool IsSeparator(string line) =>
        line is ['-', '-', ..] or ['*', '*', ..] or ['_', '_', ..] && Separators.Contains(line.Trim('-', ' ', '*', '_').ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>"From:" and below it at least two of the other fields.</summary>
    private static bool IsHeader(ReadOnlySpan<MailLine> lines, int index)
    {
        if (!Begins(lines[index].Text, From))
        {
            return false;
        }

        var others = 0;
        for (var next = index + 1; next < Math.Min(lines.Length, index + HeaderLines); next++)
        {
            others += Begins(lines[next].Text, Others) ? 1 : 0;
        }

        return others >= 2;
    }

    private static bool Begins(string line, string[] names)
    {
        var bare = line.TrimStart('*').Replace("*:", ":", StringComparison.Ordinal);
        return names.Any(name => bare.StartsWith(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A rule above it belongs to it.</summary>
    private static int Above(ReadOnlySpan<MailLine> lines, int index)
    {
        var above = index;
        while (above > 0 && lines[above - 1].IsBlank)
        {
            above--;
        }

        return above > 0 && lines[above - 1].Text is { Length: >= 3 } rule && rule.AsSpan().IndexOfAnyExcept('_', '-') < 0 ? above - 1 : index;
    }

    private static bool IsQuoteBelow(ReadOnlySpan<MailLine> lines, int index)
    {
        var below = index + 1;
        while (below < lines.Length && lines[below].IsBlank)
        {
            below++;
        }

        return below < lines.Length && lines[below].IsQuoted;
    }
}
