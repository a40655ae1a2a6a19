using System.Collections.Immutable;
using NodaTime;

namespace iStom.Chat.Domain.Regulation;

/// <summary>
/// Finds the steps of an explanation. Seconds of the start are left out, as they are from what is due: so the counted
/// stretches sum up to the budget exactly.
/// </summary>
internal sealed class Explainer(PromiseClock clock)
{
    private readonly DateTimeZone _zone = clock.Regulation.Zone;

    public Explanation Explain(Promise promise)
    {
        var start = PromiseClock.FloorToMinute(promise.Start);
        var steps = ImmutableArray.CreateBuilder<ExplanationStep>();
        var terms = clock.Regulation.TermsOf(promise.Level);
        steps.Add(new ExplanationStep.Given(terms, clock.Regulation.Hours.Length));
        steps.Add(new ExplanationStep.Started(Local(start)));
        steps.AddRange(terms.Counting == Counting.RoundTheClock
            ? Through(start, promise.Due)
            : InWorkingTime(start, promise.Due));
        steps.AddRange(Notes(promise));
        steps.Add(new ExplanationStep.DueBy(Local(promise.Due)));
        return new Explanation(_zone, steps.ToImmutable());
    }

    private static IEnumerable<ExplanationStep> Grouped(IEnumerable<ExplanationStep> steps)
    {
        ExplanationStep.Skipped? group = null;
        foreach (var step in steps)
        {
            if (step is ExplanationStep.Skipped skipped && group is not null && SameReason(group.Reason, skipped.Reason))
            {
                group = group with { Last = skipped.Last };
                continue;
            }

            if (group is not null)
            {
                yield return group;
            }

            group = step as ExplanationStep.Skipped;
            if (group is null)
            {
                yield return step;
            }
        }

        if (group is not null)
        {
            yield return group;
        }
    }

    private static bool SameReason(DayOff one, DayOff other) =>
        one.Kind == other.Kind && one.MovedFrom == other.MovedFrom && one.Name == other.Name;

    /// <summary>The first instant of a date, also where midnight or the whole date is left out by the zone.</summary>
    private Instant StartOf(LocalDate date) => _zone.AtLeniently(date.AtMidnight()).ToInstant();

    private LocalDateTime Local(Instant instant) => instant.InZone(_zone).LocalDateTime;

    private IEnumerable<ExplanationStep> Through(Instant start, Instant due)
    {
        if (start < due)
        {
            yield return new ExplanationStep.CountedThrough(Local(start), Local(due), due - start);
        }
    }

    private IEnumerable<ExplanationStep> InWorkingTime(Instant start, Instant due)
    {
        if (start >= due)
        {
            yield break;
        }

        if (!clock.WorkingTime.IsOpen(start))
        {
            yield return new ExplanationStep.WaitsForOpening(Local(clock.WorkingTime.NextOpening(start)));
        }

        var days = new DateInterval(Local(start).Date, Local(due).Date);
        foreach (var step in Grouped(days.SelectMany(date => OnDay(date, start, due))))
        {
            yield return step;
        }
    }

    private IEnumerable<ExplanationStep> OnDay(LocalDate date, Instant start, Instant due)
    {
        if (clock.Calendar.DayOffOn(date) is { } reason)
        {
            return [new ExplanationStep.Skipped(date, date, reason)];
        }

        var from = Instant.Max(start, StartOf(date));
        var until = Instant.Min(due, StartOf(date.PlusDays(1)));
        return clock.WorkingTime.OpeningsBetween(from, until).Select(opening => new ExplanationStep.Counted(
            date,
            Local(opening.Start).TimeOfDay,
            Local(opening.End).TimeOfDay,
            opening.Duration,
            clock.Calendar.WorkingWeekendOn(date),
            clock.Calendar.IsShortened(date) ? clock.Regulation.ShortenedDayBy : Duration.Zero));
    }

    private IEnumerable<ExplanationStep> Notes(Promise promise)
    {
        var current = clock.PromiseFor(promise.Level, promise.Start);
        var (first, last) = clock.YearsOf(promise.Start, promise.Due);
        if (!string.Equals(promise.RegulationEdition, clock.Regulation.Name, StringComparison.Ordinal)
            || !string.Equals(promise.CalendarEdition, clock.Calendar.EditionOf(first, last), StringComparison.Ordinal))
        {
            yield return new ExplanationStep.OtherEdition(promise.RegulationEdition, promise.CalendarEdition);
        }
        else if (promise.Due < current.Due)
        {
            yield return new ExplanationStep.KeptEarlier();
        }

        if (promise.Provisional)
        {
            foreach (var year in clock.Calendar.ProvisionalYears(first, last))
            {
                yield return new ExplanationStep.ProvisionalYear(year);
            }
        }
    }
}
