namespace iStom.Chat.Domain.Alarms;

/// <summary>What is told.</summary>
public enum AlarmKind
{
    /// <summary>A promise will be missed soon.</summary>
    DeadlineNear,

    /// <summary>A promise was missed, and the customer still waits.</summary>
    DeadlineMissed,

    /// <summary>A Paid ticket waits for somebody outside working hours.</summary>
    PaidAtNight,
}
