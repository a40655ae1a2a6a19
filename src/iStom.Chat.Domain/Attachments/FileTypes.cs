using System.Collections.Frozen;

namespace iStom.Chat.Domain.Attachments;

/// <summary>What follows from a type: the endings by which its files go, its media type, and whether it is shown.</summary>
public static class FileTypes
{
    private static readonly FrozenDictionary<string, FileType> ByEnding = new Dictionary<string, FileType>(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = FileType.Png,
        [".jpg"] = FileType.Jpeg,
        [".jpeg"] = FileType.Jpeg,
        [".webp"] = FileType.WebP,
        [".gif"] = FileType.Gif,
        [".pdf"] = FileType.Pdf,
        [".txt"] = FileType.Text,
        [".log"] = FileType.Log,
        [".zip"] = FileType.Zip,
        [".docx"] = FileType.Docx,
        [".xlsx"] = FileType.Xlsx,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The endings by which files are taken, without their dot, in the alphabet's order.</summary>
    public static IReadOnlyList<string> Endings { get; } = [.. ByEnding.Keys.Select(ending => ending[1..]).Order(StringComparer.Ordinal)];

    /// <summary>Null: no such file may be attached.</summary>
    public static FileType? Of(string name) => ByEnding.TryGetValue(Path.GetExtension(name), out var type) ? type : null;

    /// <summary>Pictures are shown where they stand; everything else is only ever saved.</summary>
    public static bool IsPicture(this FileType type) => type is FileType.Png or FileType.Jpeg or FileType.WebP or FileType.Gif;

    /// <summary>As registered with IANA.</summary>
    public static string MediaType(this FileType type) => type switch
    {
        FileType.Png => "image/png",
        FileType.Jpeg => "image/jpeg",
        FileType.WebP => "image/webp",
        FileType.Gif => "image/gif",
        FileType.Pdf => "application/pdf",
        FileType.Text or FileType.Log => "text/plain",
        FileType.Zip => "application/zip",
        FileType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileType.Mail => "message/rfc822",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };
}
