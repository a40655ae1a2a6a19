using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>One fact on the way from a level to a due instant. Dates and times are the wall clock of the regulation's zone.</summary>
public abstract record ExplanationStep
{
    private ExplanationStep()
    {
    }

    /// <summary>Which budget was given, and by which clause.</summary>
    /// <param name="Terms">The level's terms.</param>
    /// <param name="WorkingDay">The length of a working day: a budget of whole days is told in days, too.</param>
    public sealed record Given(LevelTerms Terms, Duration WorkingDay) : ExplanationStep;

    /// <summary>From when the budget is counted, as stated.</summary>
    public sealed record Started(LocalDateTime At) : ExplanationStep;

    /// <summary>The start is outside hours; this is the opening it counts from.</summary>
    public sealed record WaitsForOpening(LocalDateTime At) : ExplanationStep;

    /// <summary>Working time of one day that was counted.</summary>
    /// <param name="From">When the counting began on that day.</param>
    /// <param name="Until">When it ended; 0:00 is the midnight that ends the day.</param>
    /// <param name="Length">The real length, in whole minutes.</param>
    /// <param name="Transfer">Why this weekend day is worked; null on an ordinary day.</param>
    /// <param name="ShortenedBy">How much shorter the day is as the eve of a holiday; zero on an ordinary day.</param>
    public sealed record Counted(
        LocalDate Date, LocalTime From, LocalTime Until, Duration Length, WorkingWeekend? Transfer, Duration ShortenedBy) : ExplanationStep;

    /// <summary>Time that was counted through, without regard to hours and days.</summary>
    public sealed record CountedThrough(LocalDateTime From, LocalDateTime Until, Duration Length) : ExplanationStep;

    /// <summary>Consecutive days that were not counted for the same reason.</summary>
    public sealed record Skipped(LocalDate First, LocalDate Last, DayOff Reason) : ExplanationStep;

    /// <summary>An earlier promise on the same wait ends sooner than the budget; it was kept.</summary>
    public sealed record KeptEarlier : ExplanationStep;

    /// <summary>The promise was made on another edition of calendar or regulation than this explanation.</summary>
    public sealed record OtherEdition(string Regulation, string Calendar) : ExplanationStep;

    /// <summary>The transfers of this year are not known yet.</summary>
    public sealed record ProvisionalYear(int Year) : ExplanationStep;

    /// <summary>The last minute in time.</summary>
    public sealed record DueBy(LocalDateTime At) : ExplanationStep;
}
