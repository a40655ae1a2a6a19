namespace iStom.Chat.Server.Email.Mime;

/// <summary>Lines of bytes that end with CRLF or LF.</summary>
internal static class ByteLines
{
    /// <summary>The line at a place, without its end, and where the next one begins.</summary>
    public static ReadOnlySpan<byte> At(ReadOnlySpan<byte> bytes, int start, out int next)
    {
        var length = bytes[start..].IndexOf((byte)'\n');
        next = length < 0 ? bytes.Length : start + length + 1;
        var end = length < 0 ? bytes.Length : start + length;
        return end > start && bytes[end - 1] == '\r' ? bytes[start..(end - 1)] : bytes[start..end];
    }
}
