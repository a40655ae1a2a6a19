using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>How a ticket ends, comes back, or goes on elsewhere.</summary>
public static class TicketEnding
{
    /// <summary>How long a resolved ticket can be reopened by a message before it is closed.</summary>
    public static readonly Duration CloseAfter = Duration.FromDays(7);

    /// <summary>The ticket's agent resolves it; again: nothing new. Never over a customer who waits.</summary>
    public static Decision<ITicketEvent[]> Resolve(Ticket ticket, AgentId agent, Instant now)
    {
        if (ticket.Phase == TicketPhase.Resolved)
        {
            return Array.Empty<ITicketEvent>();
        }

        if (TicketWaits.RefuseUnlessHeldBy(ticket, agent) is { } refusal)
        {
            return refusal;
        }

        return ticket.Wait is null
            ? new ITicketEvent[] { new TicketResolved(Resolution.ByAgent, Actor.Of(agent), now) }
            : TicketRefusals.CustomerWaits;
    }

    /// <summary>The visitor withdraws the request, says that it helped, or was helped by the manual.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is an agent's resolution.</exception>
    public static Decision<ITicketEvent[]> ResolveByVisitor(Ticket ticket, Resolution how, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(how, Resolution.ByAgent);
        if (!ticket.IsLive)
        {
            return ticket.Phase == TicketPhase.Resolved ? Array.Empty<ITicketEvent>() : TicketRefusals.NotLive;
        }

        var by = Actor.Of(ticket.Visitor);
        var resolved = new TicketResolved(how, by, now);
        return ticket.Wait is { } wait ? [new WaitWithdrawn(by, wait.InTimeAt(now), now), resolved] : new ITicketEvent[] { resolved };
    }

    /// <summary>An agent opens a resolved ticket again; nobody waits yet.</summary>
    public static Decision<ITicketEvent[]> Reopen(Ticket ticket, AgentId agent, Instant now) => ticket.Phase switch
    {
        TicketPhase.Resolved => new ITicketEvent[] { new TicketReopened(Actor.Of(agent), now) },
        TicketPhase.Closed => TicketRefusals.NotResolved,
        _ => Array.Empty<ITicketEvent>(),
    };

    /// <summary>Closes what has been resolved for <see cref="CloseAfter"/>; otherwise nothing happens.</summary>
    public static Decision<ITicketEvent[]> CloseIfOld(Ticket ticket, Instant now) =>
        ticket is { Phase: TicketPhase.Resolved, ResolvedAt: { } at } && now - at >= CloseAfter
            ? [new TicketClosed(Actor.Desk, now)]
            : Array.Empty<ITicketEvent>();

    /// <summary>
    /// §1.3: the request is passed to development; a promise that is open stays open, since what the customer is told of it is no
    /// reaction. It waits for this item already: nothing new.
    /// </summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="agent">Only who has it.</param>
    /// <param name="item">What it is to wait for.</param>
    /// <param name="title">What staff call that.</param>
    /// <param name="now">When.</param>
    public static Decision<ITicketEvent[]> HandToDevelopment(Ticket ticket, AgentId agent, DevelopmentItemId item, string title, Instant now)
    {
        if (TicketWaits.RefuseUnlessHeldBy(ticket, agent) is { } refusal)
        {
            return refusal;
        }

        return ticket.Phase == TicketPhase.WithDevelopment && ticket.DevelopmentItem == item
            ? Array.Empty<ITicketEvent>()
            : [new HandedToDevelopment(Actor.Of(agent), now, item, title)];
    }

    /// <summary>
    /// A version came out that brings what the ticket waits for. The customer is told once of each, while the ticket is not closed; that
    /// is no reaction either. They have been told, or it is closed: nothing new.
    /// </summary>
    public static Decision<ITicketEvent[]> TellOfRelease(Ticket ticket, ReleaseId release, string version, Instant now) =>
        ticket.Phase == TicketPhase.Closed || ticket.Told == release ? Array.Empty<ITicketEvent>() : [new ReleaseTold(release, version, now)];

    /// <summary>
    /// This ticket goes on in another one of the same conversation and is closed; a customer who waits goes on waiting
    /// there, and there no less is promised. Merged there already: nothing new.
    /// </summary>
    public static Decision<ITicketEvent[]> Merge(Ticket ticket, Ticket into, AgentId agent, Instant now)
    {
        if (ticket.MergedInto == into.Id)
        {
            return Array.Empty<ITicketEvent>();
        }

        return RefusalToMerge(ticket, into) is { } refusal
            ? refusal
            : new ITicketEvent[] { new TicketMerged(into.Id, into.Number, Actor.Of(agent), now) };
    }

    /// <summary>
    /// A second problem becomes a ticket of its own: opened by <see cref="TicketOpening.Open"/> as a question that
    /// <c>Follows</c> this one, since when the customer has waited here; another kind is a fact that the agent states then.
    /// Split off already: nothing new.
    /// </summary>
    public static Decision<ITicketEvent[]> Split(Ticket ticket, TicketId into, string number, AgentId agent, Instant now)
    {
        if (ticket.SplitInto.Contains(into))
        {
            return Array.Empty<ITicketEvent>();
        }

        return ticket.IsLive
            ? new ITicketEvent[] { new TicketSplit(into, number, Actor.Of(agent), now) }
            : TicketRefusals.NotLive;
    }

    private static Refusal? RefusalToMerge(Ticket ticket, Ticket into) => ticket switch
    {
        _ when ticket.Id == into.Id => TicketRefusals.MergeWithItself,
        _ when ticket.Conversation != into.Conversation => TicketRefusals.MergeAcrossConversations,
        _ when !ticket.IsLive || !into.IsLive => TicketRefusals.NotLive,
        { HasUndecidedClaim: true } => TicketRefusals.ClaimUndecided,
        { Wait: { } wait } when !PromisesNoLess(into.Wait, wait) => TicketRefusals.CustomerWaits,
        _ => null,
    };

    /// <summary>Begun no later, due no later, and no miss is lost.</summary>
    private static bool PromisesNoLess(Wait? other, Wait wait) => other is not null
        && other.Start <= wait.Start && other.Promise.Due <= wait.Promise.Due && (other.Missed || !wait.Missed);
}
