using System.Text;
using System.Text.RegularExpressions;

namespace iStom.Chat.Domain.Phone;

/// <summary>
/// A number that can be called, from whatever people, spreadsheets and exchanges write: <c>8 (495) 123-45-67 доб. 12</c>,
/// <c>74951234567</c>, <c>tel:+7-495-123-45-67;ext=12</c>. Two of the same number are equal, however they were written.
/// </summary>
public sealed partial record PhoneNumber
{
    /// <summary>Longest text that is looked at, in UTF-16 code units.</summary>
    public const int LongestText = 200;

    /// <summary>Of Russia and Kazakhstan, whose numbers are often written without it.</summary>
    private const string CountryCode = "7";

    /// <summary>Digits of a number there: code of the city or network, and the rest.</summary>
    private const int NationalDigits = 10;

    /// <summary>ITU-T E.164: country code and number together.</summary>
    private const int MostDigits = 15;

    private const int LeastDigits = 8;

    private PhoneNumber(string e164, string? extension) => (E164, Extension) = (e164, extension);

    /// <summary>ITU-T E.164: a plus sign and the digits, country code first.</summary>
    public string E164 { get; }

    /// <summary>What is dialled after the connection; null: nothing.</summary>
    public string? Extension { get; }

    /// <summary>The link that calls it, as RFC 3966 writes it.</summary>
    public string Uri => Extension is null ? $"tel:{E164}" : $"tel:{E164};ext={Extension}";

    /// <summary>By which numbers are compared where the country is not known: the last ten digits, without extension.</summary>
    public string National => E164.Length > NationalDigits ? E164[^NationalDigits..] : E164[1..];

    /// <summary>Null for what is no number, and for one within a city where no city is given.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="cityCode">The city in which numbers without a code are, as <c>495</c>; null: such numbers are not known.</param>
    public static PhoneNumber? Find(string? text, string? cityCode = null)
    {
        if (text is null || text.Length > LongestText || text.Any(char.IsSurrogate))
        {
            return null;
        }

        var plain = Scheme().Replace(text.Normalize(NormalizationForm.FormKC).Trim(), "");
        var extension = Extended().Match(plain) is { Success: true } found ? found : null;
        var number = extension is null ? plain : plain[..extension.Index];
        return Written().IsMatch(number) && E164Of(string.Concat(number.Where(char.IsAsciiDigit)), number.Contains('+', StringComparison.Ordinal), cityCode) is { } digits
            ? new($"+{digits}", extension?.Groups["ext"].Value)
            : null;
    }

    /// <summary>As people read it; an extension follows as <c>#12</c>. Read back, it is the same number.</summary>
    public override string ToString()
    {
        var shown = E164.StartsWith($"+{CountryCode}", StringComparison.Ordinal) ? $"+{CountryCode} {E164[2..5]} {E164[5..8]}-{E164[8..10]}-{E164[10..]}" : E164;
        return Extension is null ? shown : $"{shown} #{Extension}";
    }

    private static string? E164Of(string digits, bool isWithCountry, string? cityCode)
    {
        var full = isWithCountry ? digits : digits switch
        {
            // From Russia 8~10 leads abroad, from most countries 00.
            ['8', '1', '0', .. var abroad] when digits.Length > NationalDigits + 1 => abroad,
            ['0', '0', .. var abroad] => abroad,
            ['8' or '7', .. var national] when national.Length == NationalDigits => CountryCode + national,
            _ when digits.Length == NationalDigits => CountryCode + digits,
            _ when cityCode is not null && cityCode.Length + digits.Length == NationalDigits => CountryCode + cityCode + digits,
            // An exchange leaves out the plus sign.
            [not '8', ..] when digits.Length > NationalDigits => digits,
            _ => "",
        };
        return IsNumber(full) ? full : null;
    }

    /// <summary>No country code begins with 0, and in Russia and Kazakhstan no code of a city or network with 0, 1 or 2.</summary>
    private static bool IsNumber(string digits) => digits switch
    {
        ['0', ..] or ['7', '0' or '1' or '2', ..] => false,
        ['7', .. var national] => national.Length == NationalDigits,
        _ => digits.Length is >= LeastDigits and <= MostDigits,
    };

    [GeneratedRegex(@"^tel:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scheme();

    /// <summary>Digits in groups; the dashes are those that word processors make of a hyphen.</summary>
    [GeneratedRegex(@"^[\s(]*\+?[\d\s().\-\u2010-\u2015\u2212/]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();

    /// <summary>In Russian and English words, as a sign, as dialled pauses, as RFC 3966.</summary>
    [GeneratedRegex(@"[\s,;(]*(?:(?:доб|внутр|вн|ext|x|х)[\p{L}]*\.?|\#|,)\s*[:=№\#]?\s*(?<ext>\d{1,8})[\s)]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Extended();
}
