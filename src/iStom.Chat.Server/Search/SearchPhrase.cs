using System.Globalization;
using System.Text.RegularExpressions;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage.Search;

namespace iStom.Chat.Server.Search;

/// <summary>What was typed, and what it may be: words, a ticket's number, a phone, the beginning of an address.</summary>
public sealed partial record SearchPhrase(string Typed)
{
    /// <summary>Longest phrase, in UTF-16 code units.</summary>
    public const int Longest = 200;

    /// <summary>Most words in one.</summary>
    public const int MostWords = 12;

    /// <summary>So many signs of a Latin word are enough to look for what begins so.</summary>
    private const int LeastOfBeginning = 3;

    /// <summary>In small letters; empty when nothing was typed.</summary>
    public string Normal { get; } = SearchText.Normal(Typed.Trim());

    public bool IsEmpty => Normal.Length == 0;

    public IReadOnlyList<string> Words => [.. Normal.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit))];

    /// <summary>The serial of a ticket: <c>IS-2026-000005</c>, <c>2026-000005</c>, <c>000005</c> and <c>5</c> are the same; null for what is none.</summary>
    public (int? Year, long Serial)? Number => Numbered().Match(Normal) is { Success: true } match && long.TryParse(match.Groups["serial"].Value, CultureInfo.InvariantCulture, out var serial)
        ? (match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : null, serial)
        : null;

    /// <summary>
    /// What is sought besides the words, as tsquery: the phone however it is written, what begins like an address.
    /// Null: nothing. Letters, digits and <c>.@_-+</c> alone, so that nothing has to be escaped.
    /// </summary>
    public string? Beginning => PhoneDigits.Is(Normal) ? $"'{SearchText.Phone}{PhoneDigits.National(Normal)}':*"
        : Latin().IsMatch(Normal) && Normal.Length >= LeastOfBeginning ? $"'{Normal}':*"
        : null;

    /// <summary>What clinics and visitors must have, each of them, somewhere: the phone, or the words.</summary>
    public IReadOnlyList<string> Parts => PhoneDigits.Is(Normal) ? [ClinicWords.Sought(Normal)] : [.. Words.Select(word => word.Trim('"', '-', '«', '»')).Where(word => word.Length > 0)];

    [GeneratedRegex(@"^(?:[#№]\s*)?(?:(?:(?:is|ис)-)?(?<year>\d{4})-)?(?<serial>\d{1,12})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.@_+\-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Latin();
}
