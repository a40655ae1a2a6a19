using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>What becomes of an anonymous visitor's ticket when a site says who they are.</summary>
public static class TicketLinking
{
    /// <summary>It goes on in the user's thread, so that an answer reaches them wherever they are; it is there already, or over for good: nothing new.</summary>
    public static ITicketEvent[] Link(Ticket ticket, ConversationId thread, VisitorId user, ClinicId? clinic, Instant now) =>
        ticket.Phase == TicketPhase.Closed || ticket.Conversation == thread ? [] : [new TicketLinked(ticket.Conversation, thread, user, clinic, now)];
}
