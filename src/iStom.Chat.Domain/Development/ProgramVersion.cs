using System.Globalization;
using System.Text.RegularExpressions;

namespace iStom.Chat.Domain.Development;

/// <summary>
/// A version of the program, so that two can be compared: number by number and not letter by letter (2.10 is newer than 2.9), numbers that are
/// left out are zero (7.5 is 7.5.0), and a preview (beta, rc …) comes before what it previews.
/// </summary>
public sealed partial class ProgramVersion
{
    /// <summary>Longest text, in UTF-16 code units.</summary>
    public const int Longest = 40;

    private readonly int[] _numbers;
    private readonly bool _isPreview;

    private ProgramVersion(int[] numbers, bool isPreview) => (_numbers, _isPreview) = (numbers, isPreview);

    /// <summary>The first version in what people write of one ("v7.5", "iStom 7.5.1 beta"); null where there is none.</summary>
    public static ProgramVersion? Read(string? text)
    {
        var found = Form().Match(text ?? "");
        if (!found.Success)
        {
            return null;
        }

        int[] numbers = [.. found.Groups["numbers"].Value.Split('.').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        return new(numbers, found.Groups["preview"].Success);
    }

    public bool IsOlderThan(ProgramVersion other)
    {
        for (var at = 0; at < Math.Max(_numbers.Length, other._numbers.Length); at++)
        {
            if (At(at) != other.At(at))
            {
                return At(at) < other.At(at);
            }
        }

        return _isPreview && !other._isPreview;
    }

    private int At(int place) => place < _numbers.Length ? _numbers[place] : 0;

    [GeneratedRegex(@"(?<![\d.])(?<numbers>\d{1,9}(?:\.\d{1,9}){0,5})(?![\d])(?:[\s.+_-]*(?<preview>alpha|beta|preview|rc|альфа|бета))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
