namespace iStom.Chat.Domain.People;

/// <summary>What somebody is there for.</summary>
public enum ShiftKind
{
    /// <summary>Whatever comes.</summary>
    Ordinary,

    /// <summary>Paid tickets, at any hour (§1.2's exception for paid staff).</summary>
    PaidDuty,
}
