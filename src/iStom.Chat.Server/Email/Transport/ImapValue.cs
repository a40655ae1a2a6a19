using System.Globalization;
using System.Text;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>A word, a text or a list in what an IMAP server says (RFC 9051, 4).</summary>
/// <param name="Word">An atom or what stood in quotes, a character for each octet; null for others.</param>
/// <param name="Octets">A literal.</param>
/// <param name="Items">A list.</param>
internal sealed record ImapValue(string? Word, ReadOnlyMemory<byte>? Octets = null, IReadOnlyList<ImapValue>? Items = null)
{
    /// <summary>The text, however it was sent; empty for NIL and lists.</summary>
    public ReadOnlyMemory<byte> Text => Octets ?? Encoding.Latin1.GetBytes(IsNil ? "" : Word ?? "");

    public uint? Number => uint.TryParse(Word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool IsNil => "NIL".Equals(Word, StringComparison.OrdinalIgnoreCase);

    public bool Is(string word) => word.Equals(Word, StringComparison.OrdinalIgnoreCase);
}
