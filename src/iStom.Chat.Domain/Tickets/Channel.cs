namespace iStom.Chat.Domain.Tickets;

/// <summary>Through what a ticket came in. A phone call alone never opens one (§3.3).</summary>
public enum Channel
{
    /// <summary>§3.1.</summary>
    Chat,

    /// <summary>§3.2.</summary>
    Email,

    /// <summary>Opened by an agent on a customer's behalf.</summary>
    Agent,

    /// <summary>Opened by an agent on a caller's behalf (§3.3).</summary>
    Phone,
}
