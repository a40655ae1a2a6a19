namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Browser and system in two words, so that people recognise where they are signed in. What a browser says of itself is no proof.</summary>
public static class DeviceWords
{
    /// <summary>The more special first: nearly every browser claims to be several.</summary>
    private static readonly (string Mark, string Word)[] Browsers =
    [
        ("YaBrowser/", "Yandex"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Word)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>Null where nothing is recognised.</summary>
    public static string? Of(string? userAgent)
    {
        string?[] words = [Find(Browsers, userAgent), Find(Systems, userAgent)];
        return words.All(word => word is null) ? null : string.Join(", ", words.Where(word => word is not null));
    }

    private static string? Find((string Mark, string Word)[] known, string? userAgent) =>
        Array.Find(known, one => userAgent?.Contains(one.Mark, StringComparison.Ordinal) == true).Word;
}
