namespace iStom.Chat.Domain.Tickets;

/// <summary>Why a ticket lost its agent.</summary>
public enum ReleaseReason
{
    /// <summary>The agent gave it back.</summary>
    ByAgent,

    /// <summary>The agent stayed away while the customer waited.</summary>
    AgentAway,

    /// <summary>A new message came after the ticket had been resolved.</summary>
    Reopened,

    /// <summary>The agent's shift ended.</summary>
    HandedOver,
}
