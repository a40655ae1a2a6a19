namespace iStom.Chat.Domain.Attachments;

/// <summary>What may be attached. The names are stored.</summary>
public enum FileType
{
    Png,
    Jpeg,
    WebP,
    Gif,
    Pdf,
    Text,
    Log,
    Zip,
    Docx,
    Xlsx,

    /// <summary>A mail as it came in; nobody uploads one.</summary>
    Mail,
}
