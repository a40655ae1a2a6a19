namespace iStom.Chat.Server.Email.Text;

/// <summary>A line of a mail.</summary>
/// <param name="Whole">With its end.</param>
internal sealed record MailLine(string Whole)
{
    /// <summary>Characters of a line that is still looked at for marks; what programs write is shorter.</summary>
    private const int Longest = 400;

    private static readonly string[] Forwarding =
    [
        "forwarded message", "begin forwarded message", "пересылаемое сообщение", "пересланное сообщение", "перенаправленное сообщение",
        "начало переадресованного сообщения", "переадресованное сообщение", "пересылаемое письмо", "конец переадресованного сообщения",
    ];

    /// <summary>Without blanks around it; empty for a line that is too long to be a mark.</summary>
    public string Text { get; } = Whole.Length <= Longest ? Whole.Trim().Trim('\u00A0') : "";

    public bool IsBlank => string.IsNullOrWhiteSpace(Whole);

    public bool IsQuoted => Whole.AsSpan().TrimStart(' ') is ['>', ..];

    /// <summary>From here on somebody else's message is shown on purpose.</summary>
    public bool StartsForwarded => Text.Length < 80 && Text.Trim('-', ' ', ':', '*').ToLowerInvariant() is var words && Forwarding.Contains(words, StringComparer.Ordinal);

    public static MailLine[] Split(string text)
    {
        var lines = new List<MailLine>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            lines.Add(new(text[start..end]));
            start = end;
        }

        return [.. lines];
    }
}
