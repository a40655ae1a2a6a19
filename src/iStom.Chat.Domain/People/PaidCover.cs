using NodaTime;

namespace iStom.Chat.Domain.People;

/// <summary>Whether somebody is there for Paid tickets when the roster says so: they are promised round the clock.</summary>
public static class PaidCover
{
    /// <summary>How long before its beginning a shift without anybody is told.</summary>
    public static readonly Duration Ahead = Duration.FromHours(12);

    /// <summary>Who is on duty for Paid by the roster.</summary>
    public static IReadOnlySet<AgentId> OnShift(IEnumerable<Shift> shifts, Instant now, DateTimeZone zone) =>
        shifts.Where(shift => shift.Kind == ShiftKind.PaidDuty && shift.Around(now, zone).Any(times => times.Contains(now))).Select(shift => shift.Agent).OfType<AgentId>().ToHashSet();

    /// <summary>The first Paid shift, running or soon, that has nobody; null when all is well.</summary>
    /// <param name="shifts">The roster.</param>
    /// <param name="able">Who may be on duty for Paid.</param>
    /// <param name="isSomebodyThere">One of them is at the desk, and not away.</param>
    /// <param name="now">As of when.</param>
    /// <param name="zone">In which the roster's times are meant.</param>
    public static PaidGap? Find(IEnumerable<Shift> shifts, IReadOnlySet<AgentId> able, bool isSomebodyThere, Instant now, DateTimeZone zone)
    {
        var paid = shifts.Where(shift => shift.Kind == ShiftKind.PaidDuty)
            .SelectMany(shift => shift.Around(now, zone).Select(times => (Times: times, IsManned: shift.Agent is { } agent && able.Contains(agent))))
            .Where(one => one.Times.Start < now + Ahead).OrderBy(one => one.Times.Start).ToList();
        return paid.Where(one => IsEmpty(one.Times)).Select(one => new PaidGap(one.Times.Start, one.Times.End, IsPlanned(one.Times))).FirstOrDefault();

        bool IsPlanned(Interval times) => paid.Exists(other => other.IsManned && other.Times.Contains(Instant.Max(times.Start, now)));

        // Whoever is there answers, whatever the plan says; who will be there only the plan knows.
        bool IsEmpty(Interval times) => times.Contains(now) ? !isSomebodyThere : !IsPlanned(times);
    }
}
