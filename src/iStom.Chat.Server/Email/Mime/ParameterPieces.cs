using System.Globalization;
using System.Text;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>
/// Parameters as they come, to be joined: <c>name</c>, <c>name*</c> (with a charset), <c>name*0</c>, <c>name*1*</c> …
/// (RFC 2231 §3, §4). Of several forms of one the extended is believed. Encoded words in values, which RFC 2047 §5 forbids
/// and many send, are read too.
/// </summary>
internal sealed class ParameterPieces
{
    private readonly List<(string Name, int Place, bool IsExtended, string Value)> _pieces = [];

    public bool HasRoom => _pieces.Count < MailLimits.Parameters;

    public void Add(string name, string value)
    {
        var extended = name.EndsWith('*');
        var stem = extended ? name[..^1] : name;
        var star = stem.IndexOf('*', StringComparison.Ordinal);
        var place = star >= 0 && int.TryParse(stem.AsSpan(star + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        _pieces.Add((place < 0 ? stem : stem[..star], place, extended, value));
    }

    public IReadOnlyDictionary<string, string> Joined() => _pieces
        .GroupBy(piece => piece.Name, StringComparer.Ordinal)
        .ToDictionary(name => name.Key, name => OneLine.Of(Join([.. name]), MailLimits.ValueCharacters), StringComparer.Ordinal);

    private static string Join((string Name, int Place, bool IsExtended, string Value)[] pieces)
    {
        var whole = pieces.FirstOrDefault(piece => piece.Place < 0 && piece.IsExtended);
        if (whole.Value is not null)
        {
            return Extended([(true, whole.Value)]);
        }

        var parts = pieces.Where(piece => piece.Place >= 0).OrderBy(piece => piece.Place).Select(piece => (piece.IsExtended, piece.Value)).ToArray();
        return parts.Length == 0 ? EncodedWords.Decode(pieces[0].Value)
            : parts.Any(part => part.IsExtended) ? Extended(parts)
            : EncodedWords.Decode(string.Concat(parts.Select(part => part.Value)));
    }

    /// <summary>All bytes first and then the characters: senders split these between the parts.</summary>
    private static string Extended((bool IsExtended, string Value)[] parts)
    {
        var charset = parts[0].Value.Split('\'') is [var label, _, ..] ? label : null;
        var bytes = new List<byte>();
        for (var index = 0; index < parts.Length; index++)
        {
            var value = index == 0 && charset is not null ? parts[0].Value.Split('\'', 3)[^1] : parts[index].Value;
            bytes.AddRange(parts[index].IsExtended ? TransferEncoding.Percent(Encoding.UTF8.GetBytes(value)) : Encoding.UTF8.GetBytes(value));
        }

        var text = Charsets.Decode(bytes.ToArray(), charset is "" ? null : charset);
        return charset is null ? EncodedWords.Decode(text) : text;
    }
}
