using NodaTime;

namespace iStom.Chat.Domain.People;

/// <summary>A line of the roster: who is at work when, every week or once.</summary>
/// <param name="Id">Which line.</param>
/// <param name="Agent">Null: nobody has been found for it yet.</param>
/// <param name="AgentName">As it was when this was written; empty without an agent.</param>
/// <param name="Kind">What they are there for.</param>
/// <param name="Weekday">Every week on this day; null where it is once.</param>
/// <param name="Date">Once, on this day; null where it is every week.</param>
/// <param name="From">In the support's own zone.</param>
/// <param name="Until">The first minute after it; not after <paramref name="From"/>: on the following day.</param>
public sealed record Shift(
    ShiftId Id,
    AgentId? Agent,
    [property: PersonalData(DataSubject.Agent)] string AgentName,
    ShiftKind Kind,
    IsoDayOfWeek? Weekday,
    LocalDate? Date,
    LocalTime From,
    LocalTime Until) : IKept
{
    Guid IKept.Key => Id.Value;

    string IKept.Title => AgentName;

    /// <summary>Either every week or once.</summary>
    public bool IsSound() => Weekday is null != Date is null && Weekday != IsoDayOfWeek.None && Enum.IsDefined(Kind)
        && (Weekday is not { } day || Enum.IsDefined(day));

    /// <summary>When it is, of what ends after an instant and begins on the day of that instant or one day around it.</summary>
    public IEnumerable<Interval> Around(Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        return Enumerable.Range(-1, 3).Select(today.PlusDays).Where(IsOn).Select(day => OnDay(day, zone)).Where(times => times.End > now);
    }

    private bool IsOn(LocalDate day) => Date is { } date ? day == date : day.DayOfWeek == Weekday;

    private Interval OnDay(LocalDate day, DateTimeZone zone) => new(
        zone.AtLeniently(day + From).ToInstant(), zone.AtLeniently((Until > From ? day : day.PlusDays(1)) + Until).ToInstant());
}
