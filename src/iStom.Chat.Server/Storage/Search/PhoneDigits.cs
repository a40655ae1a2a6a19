using System.Text.RegularExpressions;

namespace iStom.Chat.Server.Storage.Search;

/// <summary>
/// Phones, and parts of them, in what is searched and looked for: +7 or 8, brackets, hyphens, an extension; compared by their digits.
/// What can be called is <see cref="Domain.Phone.PhoneNumber"/>.
/// </summary>
public static partial class PhoneDigits
{
    /// <summary>So many digits are a phone, or a part of one.</summary>
    public const int LeastDigits = 5;

    /// <summary>Without the codes of country and trunk, which people write or leave out: 8 (495) … is +7 495 ….</summary>
    private const int NationalDigits = 10;

    /// <summary>As it is dialled within the town.</summary>
    private const int LocalDigits = 7;

    /// <summary>The digits that count, at most ten; an extension is not among them.</summary>
    public static string National(string phone)
    {
        var digits = string.Concat(Extension().Replace(phone, "").Where(char.IsAsciiDigit));
        return digits.Length > NationalDigits ? digits[^NationalDigits..] : digits;
    }

    /// <summary>Whether it is nothing but a phone, or a part of one.</summary>
    public static bool Is(string text)
    {
        var number = Extension().Replace(text, "");
        return number.Count(char.IsAsciiDigit) >= LeastDigits && number.All(letter => char.IsAsciiDigit(letter) || " +-().\u00a0".Contains(letter, StringComparison.Ordinal));
    }

    /// <summary>The phones in a text, each as its national digits and as the local ones.</summary>
    public static IEnumerable<string> In(string text) =>
        from match in InText().Matches(text)
        let national = National(match.Value)
        from digits in new[] { national, national[^LocalDigits..] }
        select digits;

    [GeneratedRegex(@"(?<!\d)(?:(?:\+7|8)[\s\-.(\u00a0]*)?\d{3}[\s\-.)\u00a0]*\d{3}[\s\-.\u00a0]*\d{2}[\s\-.\u00a0]*\d{2}(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InText();

    [GeneratedRegex(@"[\s,;]*(?:доб|вн|ext|x|#)[\w.]*\s*\d{1,6}\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Extension();
}
