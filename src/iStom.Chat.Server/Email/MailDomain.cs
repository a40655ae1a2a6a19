using System.Globalization;

namespace iStom.Chat.Server.Email;

/// <summary>The domain of an address in both of its spellings (RFC 5890).</summary>
internal static class MailDomain
{
    /// <summary>Characters of a domain (RFC 1035 §2.3.4).</summary>
    private const int Longest = 253;

    /// <summary>Characters of one label.</summary>
    private const int LongestLabel = 63;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>
    /// In lower-case A-labels; nothing when it is no domain. A literal (<c>[192.0.2.1]</c>) and a host without a dot are
    /// domains; a dot at the end and full-width dots are taken as people write them.
    /// </summary>
    public static string? ToAscii(string domain)
    {
        if (domain.Length is 0 or > Longest)
        {
            return null;
        }

        if (domain is ['[', .. var literal, ']'])
        {
            return literal.Length > 0 && literal.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or ':' or '-') ? domain.ToLowerInvariant() : null;
        }

        var ascii = domain.All(char.IsAscii) ? domain : Mapped(Idn.GetAscii, domain);
        return ascii?.TrimEnd('.').ToLowerInvariant() is { } name && name.Split('.').All(IsLabel) ? name : null;
    }

    /// <summary>As people read it; itself when it has no reading.</summary>
    public static string ToUnicode(string ascii) =>
        ascii.Contains("xn--", StringComparison.Ordinal) ? Mapped(Idn.GetUnicode, ascii) ?? ascii : ascii;

    private static string? Mapped(Func<string, string> map, string domain)
    {
        try
        {
            return map(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
