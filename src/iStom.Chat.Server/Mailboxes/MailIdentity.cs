using System.Security.Cryptography;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>
/// Which mail it is, whichever way it came: what its writer made of it, without what servers put on it on its way. A Message-ID alone would not
/// do, since whoever knows one could take its place.
/// </summary>
internal static class MailIdentity
{
    private static readonly string[] Written = ["message-id:", "from:", "date:", "subject:", "to:"];

    /// <summary>The same for the same mail in several mailboxes, or twice in one.</summary>
    public static Guid Of(ReadOnlyMemory<byte> raw)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rest = raw.Span;
        var isWritten = false;
        while (rest.Length > 0)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.IsEmpty)
            {
                break;
            }

            isWritten = line[0] is (byte)' ' or (byte)'\t' ? isWritten : IsWritten(line);
            if (isWritten)
            {
                hash.AppendData(line);
            }
        }

        hash.AppendData(rest.TrimEnd("\r\n"u8));
        var id = hash.GetHashAndReset().AsSpan(0, 16);

        // RFC 9562 §5.8: of our own making.
        (id[6], id[8]) = ((byte)((id[6] & 0x0F) | 0x80), (byte)((id[8] & 0x3F) | 0x80));
        return new Guid(id, bigEndian: true);
    }

    private static bool IsWritten(ReadOnlySpan<byte> line)
    {
        foreach (var name in Written)
        {
            if (line.Length >= name.Length && System.Text.Ascii.EqualsIgnoreCase(line[..name.Length], name))
            {
                return true;
            }
        }

        return false;
    }
}
