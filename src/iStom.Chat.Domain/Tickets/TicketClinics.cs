using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>Whose request it is, where an address alone tells: anybody can write under any, so an agent decides.</summary>
public static class TicketClinics
{
    /// <summary>It is that clinic's request: new waits have its tariff, the open one keeps what it began with. Said again: nothing new.</summary>
    public static Decision<ITicketEvent[]> Confirm(Ticket ticket, AgentId agent, Instant now) =>
        Answer(ticket, isConfirmed: true, proposal => new ClinicConfirmed(proposal.Clinic, agent, now));

    /// <summary>It is not, though somebody may have confirmed it before. Said again: nothing new.</summary>
    public static Decision<ITicketEvent[]> Decline(Ticket ticket, AgentId agent, Instant now) =>
        Answer(ticket, isConfirmed: false, proposal => new ClinicDeclined(proposal.Clinic, agent, now));

    private static Decision<ITicketEvent[]> Answer(Ticket ticket, bool isConfirmed, Func<ClinicProposal, ITicketEvent> answer) =>
        !ticket.IsLive ? TicketRefusals.NotLive
        : ticket.ClinicProposal is not { } proposal ? TicketRefusals.NoClinicProposed
        : proposal.IsConfirmed == isConfirmed ? Array.Empty<ITicketEvent>()
        : new[] { answer(proposal) };
}
