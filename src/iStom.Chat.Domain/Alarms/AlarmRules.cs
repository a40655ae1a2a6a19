using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;

namespace iStom.Chat.Domain.Alarms;

/// <summary>What of a ticket is to be told at an instant.</summary>
public static class AlarmRules
{
    /// <summary>A deadline that was missed longer ago is told to nobody anew: it is in the reports.</summary>
    public static readonly Duration Fresh = Duration.FromHours(1);

    /// <summary>Whether it may be told for the first time now: where a route is used from today on, nobody hears of yesterday's misses.</summary>
    public static bool IsWorthTelling(Alarm alarm, Instant now) => alarm.Kind != AlarmKind.DeadlineMissed || now - alarm.Due < Fresh;

    /// <summary>What holds now. Standing time alarms nobody of a near deadline: at night there is nothing to be done about it.</summary>
    public static IEnumerable<AlarmKind> Of(Ticket ticket, PromiseClock clock, Instant now)
    {
        if (ticket is not { Wait: { } wait, IsLive: true })
        {
            yield break;
        }

        if (now >= wait.Promise.Due)
        {
            yield return AlarmKind.DeadlineMissed;
        }
        else if (clock.CountsAt(wait.Promise.Level, now) && clock.Remaining(wait.Promise, now) <= NearOf(wait.Promise.Level))
        {
            yield return AlarmKind.DeadlineNear;
        }

        if (ticket.Assignee is null && wait.Promise.Level == SupportLevel.Paid && !clock.WorkingTime.IsOpen(now))
        {
            yield return AlarmKind.PaidAtNight;
        }
    }

    /// <summary>Counted time before the end from which a deadline is near, as the desk has it: time enough to read and to answer.</summary>
    private static Duration NearOf(SupportLevel level) => level switch
    {
        SupportLevel.Paid => Duration.FromMinutes(5),
        SupportLevel.Urgent => Duration.FromMinutes(15),
        _ => Duration.FromMinutes(30),
    };
}
