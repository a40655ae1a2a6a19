namespace iStom.Chat.Domain.Tickets;

/// <summary>Where a ticket stands. Derived from its state, never set by itself.</summary>
public enum TicketStatus
{
    /// <summary>The customer waits and nobody has the ticket: it is in the queue.</summary>
    Waiting,

    /// <summary>The customer waits and an agent has the ticket.</summary>
    InProgress,

    /// <summary>Nobody waits for us.</summary>
    AwaitingCustomer,

    /// <summary>§1.3: passed to development. A message starts a wait here too.</summary>
    WithDevelopment,

    /// <summary>Answered; a message reopens it.</summary>
    Resolved,

    /// <summary>For good; a message opens a new ticket, linked to this one.</summary>
    Closed,
}
