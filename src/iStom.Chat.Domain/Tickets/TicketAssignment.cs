using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>Who has the ticket.</summary>
public static class TicketAssignment
{
    /// <summary>Longest absence of an agent, while their customer waits, before the ticket returns to the queue.</summary>
    public static readonly Duration AwayLimit = Duration.FromMinutes(2);

    /// <summary>Takes the ticket. Taking one's own ticket again succeeds with nothing new.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="agent">Who takes it.</param>
    /// <param name="agentName">As shown to the visitor.</param>
    /// <param name="eligible">Whether the agent's skills and the hour allow it (the queue's AgentEligibility).</param>
    /// <param name="now">When.</param>
    public static Decision<ITicketEvent[]> Take(Ticket ticket, AgentId agent, string agentName, bool eligible, Instant now)
    {
        if (ticket.Assignee == agent && ticket.IsLive)
        {
            return Array.Empty<ITicketEvent>();
        }

        return RefusalToTake(ticket, eligible) is { } refusal
            ? refusal
            : new ITicketEvent[] { new TicketTaken(agent, agentName, now) };
    }

    /// <summary>Gives the ticket back; a customer who waits keeps the original start. Nobody has it: nothing new.</summary>
    public static Decision<ITicketEvent[]> Release(Ticket ticket, AgentId agent, Instant now) => Release(ticket, agent, ReleaseReason.ByAgent, now);

    private static Decision<ITicketEvent[]> Release(Ticket ticket, AgentId agent, ReleaseReason reason, Instant now)
    {
        if (ticket is { IsLive: true, Assignee: null })
        {
            return Array.Empty<ITicketEvent>();
        }

        return TicketWaits.RefuseUnlessHeldBy(ticket, agent) is { } refusal
            ? refusal
            : new ITicketEvent[] { new TicketReleased(agent, reason, Actor.Of(agent), now) };
    }

    /// <summary>Hands the ticket to a colleague. The colleague has it already: nothing new.</summary>
    public static Decision<ITicketEvent[]> Transfer(Ticket ticket, AgentId by, AgentId to, string toName, Instant now)
    {
        if (ticket.IsLive && ticket.Assignee == to)
        {
            return Array.Empty<ITicketEvent>();
        }

        return TicketWaits.RefuseUnlessHeldBy(ticket, by) is { } refusal
            ? refusal
            : new ITicketEvent[] { new TicketTransferred(by, to, toName, Actor.Of(by), now) };
    }

    /// <summary>
    /// The agent's shift ends: hands the ticket to a colleague or back to the queue, with a note of what is open. The wait and its
    /// promise go on as they are. It is there already: nothing new.
    /// </summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="note">By its author, who leaves.</param>
    /// <param name="to">The colleague and their shown name; null: the queue.</param>
    /// <param name="now">When.</param>
    public static Decision<ITicketEvent[]> HandOver(Ticket ticket, NoteWritten note, (AgentId Id, string Name)? to, Instant now)
    {
        var handed = to is { } colleague
            ? Transfer(ticket, note.Agent, colleague.Id, colleague.Name, now)
            : Release(ticket, note.Agent, ReleaseReason.HandedOver, now);
        return handed.Refusal is not null || handed.Value is [] ? handed : new ITicketEvent[] { note, handed.Value[0] };
    }

    /// <summary>Returns the ticket of an agent who stays away while the customer waits; otherwise nothing happens.</summary>
    public static Decision<ITicketEvent[]> ReturnIfAway(Ticket ticket, Instant lastSeen, Instant now) =>
        ticket is { IsLive: true, Wait: not null, Assignee: { } agent } && now - lastSeen > AwayLimit
            ? [new TicketReleased(agent, ReleaseReason.AgentAway, Actor.Desk, now)]
            : Array.Empty<ITicketEvent>();

    private static Refusal? RefusalToTake(Ticket ticket, bool eligible) => ticket switch
    {
        { IsLive: false } => TicketRefusals.NotLive,
        { Assignee: not null } => TicketRefusals.AlreadyTaken,
        _ => eligible ? null : TicketRefusals.NotEligible,
    };
}
