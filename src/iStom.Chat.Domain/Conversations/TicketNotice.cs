namespace iStom.Chat.Domain.Conversations;

/// <summary>What the visitor's thread says about a ticket.</summary>
public enum TicketNotice
{
    Opened,
    Resolved,
    Reopened,
}
