namespace iStom.Chat.Domain.Regulation;

/// <summary>A file of a production calendar that cannot be read, and where it goes wrong.</summary>
/// <param name="reason">Stable and in kebab-case.</param>
/// <param name="line">From 1; null where the file as a whole is wrong.</param>
/// <param name="value">What stands there.</param>
public sealed class XmlCalendarException(string reason, int? line, string? value) : FormatException($"{reason} in line {line}: {value}")
{
    public string Reason => reason;

    public int? Line => line;

    public string? Value => value;
}
