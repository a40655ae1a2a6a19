namespace iStom.Chat.Server.Email.Mime;

/// <summary>
/// How much a text looks like Russian, or at least like text: letters by how often Russian uses them, capitals inside words,
/// letters of two scripts in one word, signs that nobody writes.
/// </summary>
internal static class RussianLikeness
{
    /// <summary>Letters of Russian text per thousand, а to я.</summary>
    private static readonly double[] PerThousand =
    [
        80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14, 7, 4, 0.4, 19, 17, 3, 6, 20,
    ];

    /// <summary>How much more than by chance a letter comes, in bits.</summary>
    private static readonly double[] Bits = [.. PerThousand.Select(frequency => Math.Log2(frequency * PerThousand.Length / 1000))];

    public static double Of(string text)
    {
        var sum = 0.0;
        for (var index = 0; index < text.Length; index++)
        {
            sum += text[index] < 0x80 ? 0 : Of(text[index], index > 0 ? text[index - 1] : ' ', index + 1 < text.Length ? text[index + 1] : ' ');
        }

        return sum;
    }

    private static double Of(char letter, char before, char after) => letter switch
    {
        >= 'а' and <= 'я' => Bits[letter - 'а'] + Neighbours(before, after),
        >= 'А' and <= 'Я' => Bits[letter - 'А'] - 0.2 + Neighbours(before, after) - (IsLower(before) ? 4 : 0),
        'ё' => -1 + Neighbours(before, after),
        'Ё' or 'і' or 'ї' or 'є' or 'І' or 'Ї' or 'Є' => -1.5 + Neighbours(before, after) - (char.IsUpper(letter) && IsLower(before) ? 4 : 0),
        '«' or '»' or '—' or '–' or '“' or '”' or '„' or '…' or '№' or '’' or '\u00A0' or '©' or '•' or '€' => -0.3 - (IsCyrillic(before) && IsCyrillic(after) ? 2 : 0),
        '\uFFFD' => -8,
        < '\u00A0' => -6,
        >= 'À' and <= 'ÿ' => -0.8 - (before is >= 'À' and <= 'ÿ' ? 1.5 : 0) - (char.IsUpper(letter) && char.IsLower(before) ? 4 : 0),
        >= '\u0400' and <= '\u04FF' => -4,
        _ => -3,
    };

    private static double Neighbours(char before, char after) => (char.IsAsciiLetter(before) ? -2 : 0) + (char.IsAsciiLetter(after) ? -2 : 0);

    private static bool IsLower(char letter) => letter is (>= 'а' and <= 'я') or 'ё';

    private static bool IsCyrillic(char letter) => letter is >= 'А' and <= 'я' or 'ё' or 'Ё';
}
