namespace iStom.Chat.Domain.Tickets;

/// <summary>How remote support came to its end.</summary>
public enum RemoteEnd
{
    /// <summary>The agent is done.</summary>
    ByAgent,

    /// <summary>The agent took the invitation back before they connected.</summary>
    Revoked,

    /// <summary>Nobody connected in time.</summary>
    Expired,

    /// <summary>The ticket was over before it was.</summary>
    WithTicket,
}
