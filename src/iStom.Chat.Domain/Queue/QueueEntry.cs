using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;

namespace iStom.Chat.Domain.Queue;

/// <summary>All that the order of the queue depends on, besides the time.</summary>
/// <param name="Ticket">Which ticket.</param>
/// <param name="Number">Last tie-break, compared ordinally.</param>
/// <param name="Level">Decides who may take it outside working hours.</param>
/// <param name="Criticality">Decides the critical lane.</param>
/// <param name="Since">Start of the wait: the order of arrival.</param>
/// <param name="Due">The promise.</param>
/// <param name="AtRiskAt">From when on it is at risk.</param>
public sealed record QueueEntry(
    TicketId Ticket, string Number, SupportLevel Level, Criticality Criticality, Instant Since, Instant Due, Instant AtRiskAt)
{
    /// <summary>The ticket's entry while its customer waits and nobody has it; otherwise null.</summary>
    public static QueueEntry? Of(Ticket ticket) =>
        ticket is { Wait: { } wait, Assignee: null, IsLive: true }
            ? new(ticket.Id, ticket.Number, wait.Promise.Level, ticket.Criticality, wait.Start, wait.Promise.Due, wait.Promise.AtRiskAt)
            : null;
}
