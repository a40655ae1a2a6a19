namespace iStom.Chat.Server.Email.Transport;

/// <summary>Something that an IMAP server says (RFC 9051, 7).</summary>
/// <param name="Tag"><c>*</c>, <c>+</c>, or the command that it ends.</param>
/// <param name="Rest">The line behind the tag, a character for each octet.</param>
/// <param name="Literals">Texts of their own in it.</param>
internal sealed record ImapResponse(string Tag, string Rest, IReadOnlyList<byte[]> Literals)
{
    /// <summary>Its first word, in capitals: OK, NO, BAD, BYE, PREAUTH, or what it is about; <c>EXISTS</c> in <c>* 3 EXISTS</c>.</summary>
    public string Kind { get; } = KindOf(Rest);

    /// <summary>Free text behind, in which nothing is a literal.</summary>
    public bool IsStatus => IsStatusKind(Kind) || Tag == "+";

    /// <summary>The number in front, as in <c>* 3 EXISTS</c>.</summary>
    public uint? Number => Values is [{ Number: { } number }, ..] ? number : null;

    public IReadOnlyList<ImapValue> Values => field ??= ImapParser.Parse(Rest, Literals);

    /// <summary>What stands in square brackets behind OK, NO, BAD or BYE (RFC 9051, 7.1): a word and its arguments.</summary>
    public IReadOnlyList<string> Code => Bracketed is { } code ? code.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>For people.</summary>
    public string Words => ServerWords.Of(Bracketed is { } code ? Behind[(code.Length + 2)..] : Behind);

    private string Behind => Tag == "+" ? Rest : Rest.Length > Kind.Length ? Rest[Kind.Length..].TrimStart(' ') : "";

    private string? Bracketed => IsStatus && Behind is ['[', ..] && Behind.IndexOf(']', StringComparison.Ordinal) is > 0 and var end ? Behind[1..end] : null;

    public bool HasCode(string word) => Code is [var first, ..] && first.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a line with this beginning is of free text.</summary>
    public static bool IsStatusLine(string tag, string rest) => tag == "+" || IsStatusKind(KindOf(rest));

    private static bool IsStatusKind(string kind) => kind is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH";

    private static string KindOf(string rest)
    {
        var words = rest.Split(' ', 3);
        return (words.Length > 1 && words[0].Length > 0 && words[0].All(char.IsAsciiDigit) ? words[1] : words[0]).ToUpperInvariant();
    }
}
