using System.Buffers;
using iStom.Chat.Domain.Attachments;

namespace iStom.Chat.Server.Attachments;

/// <summary>Whether a file's bytes are what its name says. Nothing is unpacked or drawn: what would open it must not be able to hurt us.</summary>
public static class FileContent
{
    private const int Longest = 12;

    /// <summary>What no text holds: everything below the blank but tabs, line ends, form feeds and the escapes of coloured logs; and DEL.</summary>
    private static readonly SearchValues<byte> NoText =
        SearchValues.Create([.. Enumerable.Range(0, 32).Except([9, 10, 11, 12, 13, 27]).Append(127).Select(value => (byte)value)]);

    public static async Task<bool> IsAsync(FileType type, Stream content, CancellationToken cancellation)
    {
        var head = new byte[Longest];
        head = head[..await content.ReadAtLeastAsync(head, Longest, throwOnEndOfStream: false, cancellation)];
        content.Position = 0;
        return type switch
        {
            FileType.Text or FileType.Log => Enum.GetValues<FileType>().All(other => !Begins(other, head)) && await IsTextAsync(content, cancellation),
            FileType.Zip => Begins(type, head) && await ZipDirectory.HasAsync(content, [], cancellation),
            FileType.Docx => Begins(type, head) && await ZipDirectory.HasAsync(content, ["[Content_Types].xml", "word/document.xml"], cancellation),
            FileType.Xlsx => Begins(type, head) && await ZipDirectory.HasAsync(content, ["[Content_Types].xml", "xl/workbook.xml"], cancellation),
            FileType.Mail => true,
            _ => Begins(type, head),
        };
    }

    private static bool Begins(FileType type, ReadOnlySpan<byte> head) => type switch
    {
        FileType.Png => head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        FileType.Jpeg => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        FileType.Gif => head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8),
        FileType.WebP => head.Length == Longest && head.StartsWith("RIFF"u8) && head[8..].SequenceEqual("WEBP"u8),
        FileType.Pdf => head.StartsWith("%PDF-"u8),
        FileType.Zip or FileType.Docx or FileType.Xlsx => head.StartsWith("PK\x03\x04"u8) || (type == FileType.Zip && head.StartsWith("PK\x05\x06"u8)),
        _ => false,
    };

    /// <summary>UTF-8, or a code page of one byte: logs of Windows are in 1251. Which of them, whoever reads it finds out.</summary>
    private static async Task<bool> IsTextAsync(Stream content, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (buffer.AsSpan(0, read).ContainsAny(NoText))
            {
                return false;
            }
        }

        return true;
    }
}
