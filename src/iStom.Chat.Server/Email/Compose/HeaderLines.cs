using System.Text;

namespace iStom.Chat.Server.Email.Compose;

/// <summary>
/// Writes headers, folded at 78 characters where words allow it (RFC 5322, 2.1.1). Every character of every value passes through
/// <see cref="Add"/>, which lets no control character by: no value can begin a line of its own.
/// </summary>
internal sealed class HeaderLines
{
    private const int WantedCharacters = 78;
    private const int LongestWord = 76;
    private readonly StringBuilder _lines = new();

    /// <summary>What is written so far; each line ends in CRLF.</summary>
    public override string ToString() => _lines.ToString();

    /// <summary>Words in ASCII, each kept whole.</summary>
    public void Add(string name, params IEnumerable<string> words)
    {
        _lines.Append(name).Append(':');
        var column = name.Length + 1;
        foreach (var word in words)
        {
            var fold = column + 1 + word.Length > WantedCharacters && column > name.Length + 1;
            _lines.Append(fold ? "\r\n " : " ").Append(OneLine.Of(word));
            column = (fold ? 0 : column) + 1 + word.Length;
        }

        _lines.Append("\r\n");
    }

    /// <summary>A text of anybody's.</summary>
    public void AddText(string name, string text)
    {
        var words = OneLine.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isPlain = words.All(word => word.Length <= LongestWord && !EncodedWords.Needed(word));
        Add(name, isPlain ? words : EncodedWords.Of(string.Join(' ', words)));
    }

    /// <exception cref="ArgumentException">Nobody can be written to at one of them, which <see cref="Sendable"/> says before.</exception>
    public void AddAddresses(string name, IReadOnlyList<MailAddress> addresses) =>
        Add(name, addresses.SelectMany((address, index) => Words(address, last: index == addresses.Count - 1)));

    private static IEnumerable<string> Words(MailAddress address, bool last)
    {
        var spec = Sendable.Address(address) ?? throw new ArgumentException("An address that no mail can be sent to.", nameof(address));
        return [.. Phrase(address.Name), last ? $"<{spec}>" : $"<{spec}>,"];
    }

    /// <summary>A name as atom, quoted or encoded (RFC 5322, 3.2.5).</summary>
    private static IEnumerable<string> Phrase(string name)
    {
        if (name.Length == 0)
        {
            return [];
        }

        var quoted = name.All(char.IsAsciiLetterOrDigit) ? name : $"\"{name.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return EncodedWords.Needed(name) || quoted.Length > LongestWord ? EncodedWords.Of(name) : [quoted];
    }
}
