namespace iStom.Chat.Server.Email.Text;

/// <summary>The line by which programs say who wrote what they quote, and when. It may be wrapped.</summary>
internal static class Attribution
{
    /// <summary>Lines over which one is wrapped at most.</summary>
    public const int MostLines = 3;

    private static readonly string[] Verbs =
    [
        "wrote:", "writes:", "пишет:", "писал:", "писала:", "писал(а):", "написал:", "написала:", "написал(а):", "написал/а:", "сообщил:", "сообщила:", "писав:", "пише:",
    ];

    /// <summary>With a quote below it: it ends with a colon and has a verb, an address or a date.</summary>
    public static bool IsAboveQuote(string line) => line.EndsWith(':') && (HasVerb(line) || line.Contains('@', StringComparison.Ordinal) || HasDate(line));

    /// <summary>Complete enough to be one whatever is below it: a date, and a verb or an address.</summary>
    public static bool IsComplete(string line) => line.EndsWith(':') && HasDate(line) && (HasVerb(line) || line.EndsWith(">:", StringComparison.Ordinal));

    /// <summary>Where an attribution begins that ends with a line, or -1.</summary>
    public static int Start(ReadOnlySpan<MailLine> lines, int last, Func<string, bool> isOne)
    {
        var joined = "";
        for (var index = last; index >= 0 && index > last - MostLines && !lines[index].IsBlank && !lines[index].IsQuoted; index--)
        {
            joined = joined.Length == 0 ? lines[index].Text : $"{lines[index].Text} {joined}";
            if (isOne(joined) && StartsAsOne(lines[index].Text))
            {
                return index;
            }
        }

        return isOne(lines[last].Text) ? last : -1;
    }

    /// <summary>Programs begin with "On", a weekday or the date; a wrapped one begins there.</summary>
    private static bool StartsAsOne(string line) => line.Length > 0 && (char.IsAsciiDigit(line[0]) || line.StartsWith("On ", StringComparison.Ordinal) || IsWeekday(line));

    private static bool IsWeekday(string line) => line.IndexOf(',', StringComparison.Ordinal) is > 1 and <= 12 and var comma && HasDate(line[comma..]);

    private static bool HasVerb(string line) => Verbs.Any(verb => line.EndsWith(verb, StringComparison.OrdinalIgnoreCase));

    /// <summary>A year, or a time of day.</summary>
    private static bool HasDate(string line)
    {
        for (var index = 0; index + 4 < line.Length; index++)
        {
            var isTime = char.IsAsciiDigit(line[index]) && line[index + 1] == ':' && char.IsAsciiDigit(line[index + 2]) && char.IsAsciiDigit(line[index + 3]);
            var isYear = line.AsSpan(index, 2) is "20" && char.IsAsciiDigit(line[index + 2]) && char.IsAsciiDigit(line[index + 3]) && !char.IsAsciiDigit(line[index + 4]);
            if (isTime || isYear)
            {
                return true;
            }
        }

        return false;
    }
}
