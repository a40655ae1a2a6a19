namespace iStom.Chat.Server.Email.Transport;

/// <summary>A mail as it stands behind DATA (RFC 5321, 4.5.2).</summary>
internal static class DataLines
{
    private const byte Dot = (byte)'.';

    /// <summary>
    /// Each line ends in CRLF and nothing else: a lone CR or LF, which servers take for different things, becomes one, so that no text
    /// can smuggle a second mail. A dot at a line's start is doubled; a line with a single one ends it.
    /// </summary>
    public static byte[] Of(ReadOnlySpan<byte> message)
    {
        var data = new MemoryStream(message.Length + (message.Length / 32) + 16);
        while (!message.IsEmpty)
        {
            var end = message.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? message : message[..end];
            var pair = end >= 0 && message[end..].StartsWith("\r\n"u8);
            message = end < 0 ? [] : message[(end + (pair ? 2 : 1))..];
            if (line is [Dot, ..])
            {
                data.WriteByte(Dot);
            }

            data.Write(line);
            data.Write("\r\n"u8);
        }

        data.Write(".\r\n"u8);
        return data.ToArray();
    }
}
