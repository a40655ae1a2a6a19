using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;

namespace iStom.Chat.Domain.Queue;

/// <summary>Who may take what, and when.</summary>
public static class AgentEligibility
{
    /// <summary>
    /// In working hours every agent may take every ticket. Outside them only agents with the PaidSupport skill are
    /// served, and only with Paid tickets (§1.2's exception for paid staff).
    /// </summary>
    public static bool MayTake(SupportLevel level, bool hasPaidSupport, bool inWorkingHours) =>
        inWorkingHours || (hasPaidSupport && level == SupportLevel.Paid);

    /// <summary>Which level the next ticket of an agent must have; null: any. Refused where they get none now.</summary>
    public static Decision<SupportLevel?> NextFor(Availability availability, bool hasPaidSupport, bool inWorkingHours) => availability switch
    {
        Availability.Away => TicketRefusals.Away,
        _ when !inWorkingHours && !hasPaidSupport => TicketRefusals.NotEligible,
        Availability.PaidDuty when hasPaidSupport => SupportLevel.Paid,
        _ => inWorkingHours ? (SupportLevel?)null : SupportLevel.Paid,
    };
}
