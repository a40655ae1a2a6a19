using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>An edition of the regulation as it is kept: what people may change of it, and from when it holds.</summary>
/// <param name="Id">Which edition.</param>
/// <param name="Name">Short and unique: promises are stored with it.</param>
/// <param name="HoldsFrom">Waits that start on this day or later, in Moscow, get their promise by it; null: it has always held, as the one that came with the product.</param>
/// <param name="Hours">The stretches of a working day (§1.2).</param>
/// <param name="ShortenedByMinutes">How much earlier a shortened pre-holiday day ends; 0: the regulation names no such days.</param>
public sealed record RegulationSettings(
    Guid Id,
    string Name,
    LocalDate? HoldsFrom,
    IReadOnlyList<WorkingHours> Hours,
    int ShortenedByMinutes,
    LevelSettings Standard,
    LevelSettings Urgent,
    LevelSettings Paid) : IKept
{
    private const int LongestName = 40;
    private const int MinutesOfDay = 24 * 60;

    /// <summary>A year of working time: more would be a slip of the pen.</summary>
    private const int LongestBudget = 250 * 9 * 60;

    Guid IKept.Key => Id;

    string IKept.Title => Name;

    /// <summary>The edition for promises; refuses <c>regulation-invalid</c> with the property that is wrong.</summary>
    public Decision<RegulationEdition> ToEdition()
    {
        if (Defect() is { } property)
        {
            return new Refusal("regulation-invalid", new Dictionary<string, string>(StringComparer.Ordinal) { ["property"] = property });
        }

        var current = RegulationEdition.Current;
        return new RegulationEdition
        {
            Name = Name,
            Hours = DayHours.Of(Hours.Select(hours => new HoursRange(hours.From, hours.Until))),
            ShortenedDayBy = Duration.FromMinutes(ShortenedByMinutes),
            Standard = TermsOf(current.Standard, Standard),
            Urgent = TermsOf(current.Urgent, Urgent),
            Paid = TermsOf(current.Paid, Paid),
        };
    }

    /// <summary>The edition that came with the product, as settings.</summary>
    public static RegulationSettings Of(RegulationEdition edition) => new(
        Guid.Empty,
        edition.Name,
        HoldsFrom: null,
        [.. edition.Hours.Ranges.Select(range => new WorkingHours(range.From, range.Until))],
        Minutes(edition.ShortenedDayBy),
        SettingsOf(edition.Standard),
        SettingsOf(edition.Urgent),
        SettingsOf(edition.Paid));

    private string? Defect()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName || Name.Any(char.IsControl))
        {
            return nameof(Name);
        }

        if (HoldsFrom is null)
        {
            return nameof(HoldsFrom);
        }

        if (!AreHours())
        {
            return nameof(Hours);
        }

        return ShortenedByMinutes is < 0 or >= MinutesOfDay ? nameof(ShortenedByMinutes)
            : !IsLevel(Standard) ? nameof(Standard)
            : !IsLevel(Urgent) ? nameof(Urgent)
            : !IsLevel(Paid) ? nameof(Paid)
            : null;
    }

    private bool AreHours()
    {
        if (Hours.Count == 0 || Hours.Any(hours => hours.Until != LocalTime.Midnight && hours.Until <= hours.From))
        {
            return false;
        }

        var sorted = Hours.OrderBy(hours => hours.From).ToList();
        return sorted.Zip(sorted.Skip(1)).All(pair => pair.First.Until != LocalTime.Midnight && pair.First.Until <= pair.Second.From);
    }

    private static bool IsLevel(LevelSettings level) =>
        level.BudgetMinutes is >= 1 and <= LongestBudget && level.GuardMinutes >= 0 && level.GuardMinutes <= level.BudgetMinutes;

    private static LevelTerms TermsOf(LevelTerms terms, LevelSettings level) =>
        new(terms.Level, terms.Clause, Duration.FromMinutes(level.BudgetMinutes), Duration.FromMinutes(level.GuardMinutes), terms.Counting);

    private static LevelSettings SettingsOf(LevelTerms terms) => new(Minutes(terms.Budget), Minutes(terms.Guard));

    private static int Minutes(Duration duration) => (int)duration.TotalMinutes;
}
