namespace iStom.Chat.Domain.Tickets;

/// <summary>§3.3: who called whom. Only an outgoing call that reached the customer is a reaction.</summary>
public enum CallDirection
{
    Incoming,
    Outgoing,
}
