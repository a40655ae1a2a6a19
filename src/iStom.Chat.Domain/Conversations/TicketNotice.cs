namespace iStom.Chat.Domain.Conversations;

/// <summary>What the visitor's thread says about a ticket.</summary>
public enum TicketNotice
{
    Opened,
    Resolved,
    Reopened,

    /// <summary>Staff confirmed that it is restore-work (§2.2.3).</summary>
    CriticalityConfirmed,

    /// <summary>Staff declined that it is, and said why.</summary>
    CriticalityRejected,
}
