using System.Buffers.Binary;
using System.Text;

namespace iStom.Chat.Server.Attachments;

/// <summary>
/// The list of what is in a ZIP file (APPNOTE.TXT 4.3.12 and 4.3.16), read name by name: no entry is unpacked, and however many there are, one is in
/// memory.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LongestComment = ushort.MaxValue;

    /// <summary>Whether the list is whole and names all of these. Archives of the 64-bit form are larger than what is taken here.</summary>
    public static async Task<bool> HasAsync(Stream zip, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        if (await EndAsync(zip, cancellation) is not { } end)
        {
            return false;
        }

        var missing = new HashSet<string>(names, StringComparer.Ordinal);
        zip.Position = end.Start;
        for (var i = 0; i < end.Entries; i++)
        {
            if (await NameAsync(zip, cancellation) is not { } name)
            {
                return false;
            }

            missing.Remove(name);
        }

        return missing.Count == 0;
    }

    /// <summary>The last record says where the list begins and how many it has. Behind it stands nothing but a comment.</summary>
    private static async Task<(long Start, int Entries)?> EndAsync(Stream zip, CancellationToken cancellation)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndLength + LongestComment)];
        zip.Position = zip.Length - tail.Length;
        await zip.ReadExactlyAsync(tail, cancellation);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at + EndLength > tail.Length)
        {
            return null;
        }

        var (entries, size, start) = (U16(tail, at + 10), U32(tail, at + 12), U32(tail, at + 16));
        return start + size <= zip.Length - tail.Length + at ? (start, entries) : null;
    }

    private static async Task<string?> NameAsync(Stream zip, CancellationToken cancellation)
    {
        var entry = new byte[EntryLength];
        if (await zip.ReadAtLeastAsync(entry, EntryLength, throwOnEndOfStream: false, cancellation) < EntryLength || !entry.AsSpan().StartsWith("PK\x01\x02"u8))
        {
            return null;
        }

        var name = new byte[U16(entry, 28)];
        if (await zip.ReadAtLeastAsync(name, name.Length, throwOnEndOfStream: false, cancellation) < name.Length)
        {
            return null;
        }

        zip.Position += U16(entry, 30) + U16(entry, 32);
        return Encoding.UTF8.GetString(name);
    }

    private static int U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
