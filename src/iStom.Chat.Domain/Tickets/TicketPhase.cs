namespace iStom.Chat.Domain.Tickets;

/// <summary>The part of a ticket's life that does not follow from waits and assignment.</summary>
public enum TicketPhase
{
    Open,
    WithDevelopment,
    Resolved,
    Closed,
}
