namespace iStom.Chat.Server.Email.Mime;

/// <summary>Names of files of a message, fit to be shown and to be saved under.</summary>
internal static class FileNames
{
    /// <summary>Characters; file systems mostly take 255 bytes.</summary>
    private const int Longest = 120;

    /// <summary>Endings for files that came without a name.</summary>
    private static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["text/plain"] = ".txt", ["text/html"] = ".html", ["text/calendar"] = ".ics", ["text/csv"] = ".csv", ["text/rfc822-headers"] = ".txt",
        ["image/jpeg"] = ".jpg", ["image/png"] = ".png", ["image/gif"] = ".gif", ["image/webp"] = ".webp", ["image/bmp"] = ".bmp", ["image/tiff"] = ".tif", ["image/heic"] = ".heic",
        ["application/pdf"] = ".pdf", ["application/zip"] = ".zip", ["application/ics"] = ".ics", ["application/pkcs7-signature"] = ".p7s", ["application/pgp-signature"] = ".asc",
        ["message/rfc822"] = ".eml", ["message/delivery-status"] = ".txt", ["message/disposition-notification"] = ".txt", ["audio/mpeg"] = ".mp3", ["audio/ogg"] = ".ogg", ["video/mp4"] = ".mp4",
    };

    /// <param name="name">As the sender has it; made up when there is nothing left of it.</param>
    /// <param name="mediaType">For the ending of a made up name.</param>
    /// <param name="number">Of the file in the message, from 1.</param>
    public static string Of(string? name, string mediaType, int number)
    {
        var clean = Clean(name ?? "");
        return clean.Length > 0 ? clean : $"file-{number}{Endings.GetValueOrDefault(mediaType, "")}";
    }

    /// <summary>A message is named as its subject.</summary>
    public static string? OfSubject(string subject) => Clean(subject.Replace('/', ' ').Replace('\\', ' ')) is { Length: > 0 } name ? $"{name}.eml" : null;

    private static string Clean(string name)
    {
        var line = OneLine.Of(name);
        var file = line[(line.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(file.Select(letter => letter is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? '_' : letter));
        var bare = plain.Trim(' ', '.').Length == 0 ? "" : plain.Trim(' ').TrimEnd('.');
        return bare.Length <= Longest ? bare : Shortened(bare);
    }

    /// <summary>With its ending.</summary>
    private static string Shortened(string name)
    {
        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= 10 ? name[dot..] : "";
        return OneLine.Start(name, Longest - ending.Length) + ending;
    }
}
