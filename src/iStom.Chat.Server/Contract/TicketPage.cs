namespace iStom.Chat.Server.Contract;

/// <summary>Tickets, newest first. next: the <c>before</c> of the next page; null on the last one.</summary>
public sealed record TicketPage(IReadOnlyList<AgentTicket> Items, Guid? Next)
{
    /// <summary>Of one ticket more than are shown, where there are so many: it tells that there is another page.</summary>
    internal static TicketPage Of(IReadOnlyList<TicketRow> found, int limit, Func<TicketRow, AgentTicket> show) =>
        new([.. found.Take(limit).Select(show)], found.Count > limit ? found[limit - 1].Ticket.Id.Value : null);
}
