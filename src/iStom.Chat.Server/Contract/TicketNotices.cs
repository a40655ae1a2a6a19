using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;

namespace iStom.Chat.Server.Contract;

/// <summary>What a visitor's thread says of their ticket's events.</summary>
public static class TicketNotices
{
    /// <summary>Not of those that are none of the visitor's, or that the ticket's view tells.</summary>
    public static TicketAnnounced[] Of(Ticket ticket, IEnumerable<ITicketEvent> events) => [.. events.Select(e => Of(ticket, e)).OfType<TicketAnnounced>()];

    private static TicketAnnounced? Of(Ticket ticket, ITicketEvent @event) => @event switch
    {
        TicketResolved => new(ticket.Id, ticket.Number, TicketNotice.Resolved, @event.At),
        TicketReopened => new(ticket.Id, ticket.Number, TicketNotice.Reopened, @event.At),
        CriticalityConfirmed => new(ticket.Id, ticket.Number, TicketNotice.CriticalityConfirmed, @event.At),
        CriticalityRejected e => new(ticket.Id, ticket.Number, TicketNotice.CriticalityRejected, @event.At, e.Reason),
        _ => null,
    };
}
