using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>
/// One edition of the support regulation, as far as promises depend on it. Whoever changes a term or a setting gives
/// the edition another name: promises are stored with it.
/// </summary>
public sealed record RegulationEdition
{
    /// <summary>The regulation as it stands: §1.2, §2.1–§2.3. Guards are ours.</summary>
    public static RegulationEdition Current { get; } = new();

    /// <summary>Stable and short; stored with each promise.</summary>
    public string Name { get; init; } = "regulation-1";

    /// <summary>On whose clock the hours are (§1.2: Moscow).</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZoneProviders.Tzdb["Europe/Moscow"];

    /// <summary>The hours of a working day (§1.2).</summary>
    public DayHours Hours { get; init; } = DayHours.Of(new LocalTime(10, 0), new LocalTime(19, 0));

    /// <summary>
    /// How much earlier a shortened pre-holiday day ends. Zero by default: the regulation names no such days. The
    /// budgets stay what they are.
    /// </summary>
    public Duration ShortenedDayBy { get; init; } = Duration.Zero;

    /// <summary>§2.1: two working days, which are two times nine hours.</summary>
    public LevelTerms Standard { get; init; } = new(
        SupportLevel.Standard, "2.1", Duration.FromHours(18), Duration.FromHours(2), Counting.WorkingTime);

    /// <summary>§2.2: two hours.</summary>
    public LevelTerms Urgent { get; init; } = new(
        SupportLevel.Urgent, "2.2", Duration.FromHours(2), Duration.FromMinutes(60), Counting.WorkingTime);

    /// <summary>§2.3, §1.2: a quarter of an hour, at any time of the day and the year; at risk from the start.</summary>
    public LevelTerms Paid { get; init; } = new(
        SupportLevel.Paid, "2.3", Duration.FromMinutes(15), Duration.FromMinutes(15), Counting.RoundTheClock);

    /// <summary>The terms of a level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such level.</exception>
    public LevelTerms TermsOf(SupportLevel level) => level switch
    {
        SupportLevel.Standard => Standard,
        SupportLevel.Urgent => Urgent,
        SupportLevel.Paid => Paid,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No such level of support."),
    };
}
