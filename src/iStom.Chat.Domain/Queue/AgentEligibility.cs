using iStom.Chat.Domain.Regulation;

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
}
