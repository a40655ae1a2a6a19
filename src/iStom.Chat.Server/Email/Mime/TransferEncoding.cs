using System.Buffers;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>Content-Transfer-Encoding (RFC 2045 §6), read from whatever was made of it on the way.</summary>
internal static class TransferEncoding
{
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>The bytes that were meant. What is not encoded, or in an encoding that nobody knows, is taken as it is.</summary>
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body, string? encoding) => encoding?.Split('(', ';')[0].Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(body.Span),
        "quoted-printable" => QuotedPrintable(body.Span),
        _ => body,
    };

    /// <summary>
    /// What is no letter of the alphabet is passed over (RFC 2045 §6.8); padding ends a group and not the text, since some
    /// join encoded pieces; a group that is cut short gives the bytes that it has.
    /// </summary>
    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var bytes = new ArrayBufferWriter<byte>((text.Length / 4 * 3) + 3);
        var (group, letters) = (0, 0);
        foreach (var letter in text)
        {
            if (letter == '=')
            {
                EndGroup(bytes, group, letters);
                (group, letters) = (0, 0);
            }
            else if (Sextet(letter) is var sextet and >= 0)
            {
                (group, letters) = ((group << 6) | sextet, letters + 1);
                if (letters == 4)
                {
                    EndGroup(bytes, group, letters);
                    (group, letters) = (0, 0);
                }
            }
        }

        EndGroup(bytes, group, letters);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Lines end as in the body; blanks at the end of a line were added on the way (RFC 2045 §6.7); a lone "=" is itself.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> body)
    {
        var bytes = new ArrayBufferWriter<byte>(body.Length + 1);
        for (var position = 0; position < body.Length;)
        {
            var whole = ByteLines.At(body, position, out var next);
            var line = whole.TrimEnd(" \t"u8);
            var soft = line is [.., (byte)'='];
            Unescape(soft ? line[..^1] : line, bytes, '=');
            bytes.Write(soft ? [] : body[(position + whole.Length)..next]);
            position = next;
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The same escapes inside an encoded word, where "_" is a blank (RFC 2047 §4.2).</summary>
    public static byte[] QuotedWord(ReadOnlySpan<byte> text)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length + 1);
        Unescape(text, bytes, '=', underscoreIsBlank: true);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The same escapes with "%" inside a parameter (RFC 2231 §4).</summary>
    public static byte[] Percent(ReadOnlySpan<byte> text)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length + 1);
        Unescape(text, bytes, '%');
        return bytes.WrittenSpan.ToArray();
    }

    private static void Unescape(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> bytes, char sign, bool underscoreIsBlank = false)
    {
        var target = bytes.GetSpan(text.Length + 1);
        var count = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var escaped = text[index] == sign && index + 2 < text.Length && Digits.Contains(text[index + 1]) && Digits.Contains(text[index + 2]);
            target[count++] = escaped ? Octet(text[index + 1], text[index + 2]) : underscoreIsBlank && text[index] == '_' ? (byte)' ' : text[index];
            index += escaped ? 2 : 0;
        }

        bytes.Advance(count);
    }

    private static byte Octet(byte high, byte low) => (byte)((Digit(high) << 4) | Digit(low));

    private static int Digit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static void EndGroup(ArrayBufferWriter<byte> bytes, int group, int letters)
    {
        var count = letters * 6 / 8;
        var target = bytes.GetSpan(3);
        for (var index = 0; index < count; index++)
        {
            target[index] = (byte)(group >> ((letters * 6) - ((index + 1) * 8)));
        }

        bytes.Advance(count);
    }

    private static int Sextet(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
