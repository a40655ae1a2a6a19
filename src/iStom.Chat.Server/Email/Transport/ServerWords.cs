using System.Text;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>What a server says, as people may be shown it and logs may hold it.</summary>
internal static class ServerWords
{
    private const int LongestCharacters = 300;
    private const string Hidden = "…";

    /// <summary>One line, cut, with addresses of people left out.</summary>
    /// <param name="octets">As read: a character for each octet.</param>
    public static string Of(string octets)
    {
        var text = OneLine.Of(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(octets)), LongestCharacters);
        return text.Contains('@', StringComparison.Ordinal)
            ? string.Join(' ', text.Split(' ').Select(word => word.Contains('@', StringComparison.Ordinal) ? Hidden : word))
            : text;
    }
}
