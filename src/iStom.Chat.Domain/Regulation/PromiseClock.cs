using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>
/// Makes promises and measures them: the regulation's terms (§1.2, §2.1–§2.3) on the production calendar. Immutable
/// and safe for any number of threads; an imported calendar year or a new edition of the regulation makes a new clock.
/// </summary>
public sealed class PromiseClock
{
    private static readonly Lazy<PromiseClock> Compiled = new(() => new(ProductionCalendar.Embedded, RegulationEdition.Current));

    public PromiseClock(ProductionCalendar calendar, RegulationEdition regulation)
    {
        (Calendar, Regulation) = (calendar, regulation);
        var shortened = regulation.Hours.ShortenedBy(regulation.ShortenedDayBy);
        WorkingTime = new BusinessCalendar(regulation.Zone, date =>
            !calendar.IsWorkingDay(date) ? DayHours.Closed
            : calendar.IsShortened(date) ? shortened
            : regulation.Hours);
    }

    /// <summary>The calendars that came with the product and the regulation as it stands.</summary>
    public static PromiseClock Default => Compiled.Value;

    public ProductionCalendar Calendar { get; }

    public RegulationEdition Regulation { get; }

    /// <summary>When the desk is open (§1.2), and arithmetic in that time.</summary>
    public BusinessCalendar WorkingTime { get; }

    /// <summary>
    /// The promise on a wait that starts at this instant. Due is floored to the minute, so that what is shown is what is
    /// judged; on a boundary it is the closing of the earlier day.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The start is outside of the years that the calendar supports.</exception>
    public Promise PromiseFor(SupportLevel level, Instant start)
    {
        var terms = Regulation.TermsOf(level);
        return Make(terms, start, FloorToMinute(Add(terms, start, terms.Budget)));
    }

    /// <summary>
    /// The promise on a raised level: it runs from the instant at which the new fact was stated, and is never later than
    /// what was promised before. An earlier due that has passed already stays passed.
    /// </summary>
    public Promise PromiseFor(SupportLevel level, Instant start, Instant notLaterThan)
    {
        var terms = Regulation.TermsOf(level);
        return Make(terms, start, Instant.Min(notLaterThan, FloorToMinute(Add(terms, start, terms.Budget))));
    }

    /// <summary>The counted time that is left until the promise is due; zero from then on, never negative.</summary>
    public Duration Remaining(Promise promise, Instant now) => now >= promise.Due
        ? Duration.Zero
        : Between(Regulation.TermsOf(promise.Level), now, promise.Due);

    /// <summary>Whether this instant is counted on that level: working time, or always.</summary>
    public bool CountsAt(SupportLevel level, Instant instant) =>
        Regulation.TermsOf(level).Counting == Counting.RoundTheClock || WorkingTime.IsOpen(instant);

    /// <summary>How the promise was reached: level and clause, start, the time that was counted, the days that were not, and why.</summary>
    public Explanation Explain(Promise promise) => new Explainer(this).Explain(promise);

    /// <summary>The same in plain words, a sentence each.</summary>
    public IReadOnlyList<string> Explain(Promise promise, Language language) => Explain(promise).Render(language);

    /// <summary>The calendar years that a promise from start to due touches: usually one, two over New Year.</summary>
    internal (int First, int Last) YearsOf(Instant start, Instant due) => (YearOf(start), YearOf(Instant.Max(start, due)));

    internal static Instant FloorToMinute(Instant instant)
    {
        var seconds = instant.ToUnixTimeSeconds();
        return Instant.FromUnixTimeSeconds(seconds - (((seconds % 60) + 60) % 60));
    }

    /// <summary>What the production calendar says about the time of a promise; round-the-clock levels do not depend on it.</summary>
    private Promise Make(LevelTerms terms, Instant start, Instant due)
    {
        var (first, last) = YearsOf(start, due);
        var provisional = terms.Counting == Counting.WorkingTime && Calendar.ProvisionalYears(first, last).Any();
        return new Promise(
            terms.Level, start, due, AtRisk(terms, start, due), Regulation.Name, Calendar.EditionOf(first, last), provisional);
    }

    /// <summary>The earliest instant, from the start on, at which no more than the guard is left: on a boundary a closing.</summary>
    private Instant AtRisk(LevelTerms terms, Instant start, Instant due)
    {
        var spare = due > start ? Between(terms, start, due) - terms.Guard : Duration.Zero;
        return spare <= Duration.Zero ? start : Add(terms, start, spare);
    }

    private Instant Add(LevelTerms terms, Instant start, Duration amount) =>
        terms.Counting == Counting.RoundTheClock ? start + amount : WorkingTime.Add(start, amount);

    private Duration Between(LevelTerms terms, Instant from, Instant to) =>
        terms.Counting == Counting.RoundTheClock ? to - from : WorkingTime.Between(from, to);

    private int YearOf(Instant instant) => instant.InZone(Regulation.Zone).Year;
}
