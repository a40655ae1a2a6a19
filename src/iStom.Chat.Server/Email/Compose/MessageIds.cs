namespace iStom.Chat.Server.Email.Compose;

/// <summary>Message ids as they may be written into a header (RFC 5322, 3.6.4).</summary>
internal static class MessageIds
{
    private const int LongestCharacters = 250;
    private const int MostReferences = 20;

    /// <summary>In angle brackets; null where it is none: blank, too long, with spaces, brackets or letters beyond ASCII inside.</summary>
    public static string? Bracketed(string? id)
    {
        var bare = (id ?? "").Trim();
        bare = bare.StartsWith('<') && bare.EndsWith('>') && bare.Length > 1 ? bare[1..^1] : bare;
        return bare.Length is > 0 and <= LongestCharacters && bare.All(IsOfId) ? $"<{bare}>" : null;
    }

    /// <summary>The first, which began the thread, and the latest, each once.</summary>
    public static IReadOnlyList<string> Thread(IEnumerable<string> ids)
    {
        string[] all = [.. ids.Select(Bracketed).OfType<string>().Distinct(StringComparer.Ordinal)];
        return all.Length <= MostReferences ? all : [all[0], .. all[^(MostReferences - 1)..]];
    }

    private static bool IsOfId(char one) => one is > ' ' and < '\x7f' and not ('<' or '>' or '(' or ')' or ',' or ';' or '\\' or '"');
}
