using System.Text;

namespace iStom.Chat.Server.Email.Threading;

/// <summary>Base 32 (RFC 4648 §6) in lower case without padding: servers change the case of addresses.</summary>
internal static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var octet in bytes)
        {
            (buffer, bits) = (((buffer << 8) | octet) & 0xFFF, bits + 8);
            for (; bits >= 5; bits -= 5)
            {
                text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            }
        }

        return bits > 0 ? text.Append(Alphabet[(buffer << (5 - bits)) & 31]).ToString() : text.ToString();
    }

    /// <summary>Exactly that many bytes in their only spelling; nothing for any other text.</summary>
    public static byte[]? Read(string text, int length)
    {
        if (text.Length != ((length * 8) + 4) / 5)
        {
            return null;
        }

        var bytes = new byte[length];
        var (buffer, bits, count) = (0, 0, 0);
        foreach (var letter in text)
        {
            var digit = Alphabet.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            (buffer, bits) = (((buffer << 5) | digit) & 0xFFF, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes[count++] = (byte)(buffer >> bits);
            }
        }

        return Write(bytes).Equals(text, StringComparison.OrdinalIgnoreCase) ? bytes : null;
    }
}
