using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>The government decree that transfers a year's days off (Labour Code art. 112).</summary>
/// <param name="Title">As published, with number and date.</param>
/// <param name="Number">Without the sign: "1466".</param>
/// <param name="Date">The day of signing.</param>
public sealed partial record Decree(string Title, string Number, LocalDate Date)
{
    /// <summary>Reads number and date off a title such as "Постановление Правительства РФ от 24.09.2025 № 1466".</summary>
    /// <exception cref="FormatException">The title has no "от dd.mm.yyyy № number".</exception>
    public static Decree Parse(string title)
    {
        var match = NumberAndDate().Match(title);
        if (!match.Success
            || !DateOnly.TryParseExact(match.Groups["date"].Value, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            throw new FormatException($"A decree is named with its date and number (\"… от 24.09.2025 № 1466\"), not \"{title}\".");
        }

        return new Decree(title, match.Groups["number"].Value, LocalDate.FromDateOnly(date));
    }

    [GeneratedRegex(@"от (?<date>\d{2}\.\d{2}\.\d{4}) № (?<number>\S+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberAndDate();
}
