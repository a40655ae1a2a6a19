namespace iStom.Chat.Server.Email.Text;

/// <summary>Lines with which a letter ends.</summary>
internal static class Signature
{
    /// <summary>Characters of a closing with the name behind it.</summary>
    private const int LongestClosing = 80;

    private static readonly string[] Closings =
    [
        "с уважением", "с наилучшими пожеланиями", "с найлучшими пожеланиями", "с почтением", "искренне ваш", "з повагою",
        "best regards", "kind regards", "warm regards", "regards,", "sincerely", "yours sincerely", "yours faithfully", "best wishes",
    ];

    private static readonly string[] Devices =
    [
        "отправлено с ", "отправлено из ", "отправлено через ", "sent from my ", "sent from mail ", "sent from outlook", "sent from yahoo", "sent from yandex", "sent with ", "get outlook for ", "скачать outlook ", "загрузить outlook ",
        "надіслано з ", "sent via ", "послано с ", "отослано с ",
    ];

    /// <summary>"-- " (RFC 3676 §4.3), a closing, or the device that it was sent from.</summary>
    public static bool Starts(string line) => line is "--" or "—" || (line.Length is > 0 and <= LongestClosing && (Closings.Any(closing => Closes(line, closing)) || Devices.Any(device => line.StartsWith(device, StringComparison.OrdinalIgnoreCase))));

    /// <summary>Alone, or before a comma or a name: a sentence may begin with the same words.</summary>
    private static bool Closes(string line, string closing) =>
        line.StartsWith(closing, StringComparison.OrdinalIgnoreCase) && !char.IsLower(line[closing.Length..].TrimStart() is [var next, ..] ? next : ',');
}
