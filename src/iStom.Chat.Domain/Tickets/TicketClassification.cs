using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>What kind of request it is, whether it is restore-work, and what that does to the promise.</summary>
public static class TicketClassification
{
    /// <summary>An agent sets the kind. Restore-work set by an agent is a claim that counts at once.</summary>
    public static Decision<ITicketEvent[]> ChangeKind(Ticket ticket, RequestKind kind, AgentId agent, PromiseClock clock, Instant now)
    {
        if (!ticket.IsLive)
        {
            return TicketRefusals.NotLive;
        }

        if (ticket.Kind == kind)
        {
            return Array.Empty<ITicketEvent>();
        }

        var by = Actor.Of(agent);
        var changed = new KindChanged(ticket.Kind, kind, by, now);
        ITicketEvent[] events = kind.IsRestoreWork() ? [changed, new CriticalityClaimed(kind, Counts: true, by, now)] : [changed];
        return WithPromise(ticket, events, kind, stated: now, by, clock, now);
    }

    /// <summary>
    /// The customer says that the open ticket is restore-work (§2.2.2, §2.2.3). Refuses <c>not-restore-work</c>
    /// for other kinds and <c>claim-already-open</c> while another ticket of theirs carries an undecided claim.
    /// </summary>
    public static Decision<ITicketEvent[]> Claim(
        Ticket ticket, RequestKind kind, ClaimHistory history, Actor by, PromiseClock clock, Instant now)
    {
        if (RefusalToClaim(ticket, kind, history) is { } refusal)
        {
            return refusal;
        }

        if (ticket.HasUndecidedClaim || ticket.Criticality == Criticality.Confirmed)
        {
            return Array.Empty<ITicketEvent>();
        }

        var claimed = new CriticalityClaimed(kind, history.CountsAtOnce, by, now);
        return WithPromise(ticket, [claimed], claimed.Counts ? kind : ticket.Kind, stated: now, by, clock, now);
    }

    /// <summary>Staff confirm the claim; if it did not count yet, the promise runs from when it was stated.</summary>
    public static Decision<ITicketEvent[]> Confirm(Ticket ticket, AgentId agent, PromiseClock clock, Instant now)
    {
        if (!ticket.IsLive)
        {
            return TicketRefusals.NotLive;
        }

        if (ticket.Criticality == Criticality.Confirmed)
        {
            return Array.Empty<ITicketEvent>();
        }

        return ticket is { HasUndecidedClaim: true, Claim: { } claim }
            ? WithPromise(ticket, [new CriticalityConfirmed(agent, now)], claim.Kind, claim.At, Actor.Of(agent), clock, now)
            : TicketRefusals.NothingClaimed;
    }

    /// <summary>Staff decline the claim, with a reason; the promise is made anew from the start of the wait.</summary>
    public static Decision<ITicketEvent[]> Reject(Ticket ticket, AgentId agent, string? reason, PromiseClock clock, Instant now)
    {
        if (!ticket.IsLive)
        {
            return TicketRefusals.NotLive;
        }

        if (ticket is not { HasUndecidedClaim: true } and not { Criticality: Criticality.Confirmed })
        {
            return TicketRefusals.NothingClaimed;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return TicketRefusals.ReasonMissing;
        }

        var rejected = new CriticalityRejected(agent, reason.Trim(), now);
        return WithPromise(ticket, [rejected], Ticket.Evolve(ticket, rejected).Kind, stated: now, Actor.Of(agent), clock, now);
    }

    private static Refusal? RefusalToClaim(Ticket ticket, RequestKind kind, ClaimHistory history)
    {
        if (!ticket.IsLive)
        {
            return TicketRefusals.NotLive;
        }

        if (!kind.IsRestoreWork())
        {
            return TicketRefusals.NotRestoreWork;
        }

        return history.HasOpenClaim ? TicketRefusals.ClaimOpen : null;
    }

    /// <summary>
    /// Adds the change of promise that follows from the new kind. When the level rises the promise runs from the
    /// instant at which the new fact was stated and is never later than the old one; when it falls it is made anew
    /// from the start of the wait.
    /// </summary>
    private static ITicketEvent[] WithPromise(
        Ticket ticket, ITicketEvent[] events, RequestKind kind, Instant stated, Actor by, PromiseClock clock, Instant now)
    {
        if (ticket.Wait is not { } wait || wait.Tariff.LevelOf(kind) is var level && level == wait.Promise.Level)
        {
            return events;
        }

        var rises = level > wait.Promise.Level;
        var promise = rises
            ? clock.PromiseFor(level, Instant.Max(stated, wait.Start), notLaterThan: wait.Promise.Due)
            : clock.PromiseFor(level, wait.Start);
        var reason = rises ? PromiseChangeReason.LevelRaised : PromiseChangeReason.LevelFell;
        return [.. events, new PromiseChanged(promise, reason, TicketWaits.IsMissed(wait, now), by, now)];
    }
}
