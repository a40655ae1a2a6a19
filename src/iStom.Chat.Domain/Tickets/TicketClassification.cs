using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>What kind of request it is, whether it is restore-work, and what that does to the promise.</summary>
public static class TicketClassification
{
    /// <summary>
    /// An agent sets the kind. Restore-work set by an agent is a claim that counts at once; between its two kinds what
    /// was claimed or confirmed stays so. Refuses <c>claim-undecided</c> where the change would pass over a claim.
    /// </summary>
    public static Decision<ITicketEvent[]> ChangeKind(
        Ticket ticket, RequestKind kind, AgentId agent, PromiseClock clock, Instant now, string? reason = null)
    {
        if (!ticket.IsLive)
        {
            return TicketRefusals.NotLive;
        }

        if (ticket.Kind == kind)
        {
            return Array.Empty<ITicketEvent>();
        }

        var relabels = ticket.Kind.IsRestoreWork() && kind.IsRestoreWork();
        if (ticket.HasUndecidedClaim && !relabels)
        {
            return TicketRefusals.ClaimUndecided;
        }

        var why = MessageText.Accept(reason);
        if (reason is not null && why.Refusal is { } refusal)
        {
            return refusal;
        }

        var by = Actor.Of(agent);
        var changed = new KindChanged(ticket.Kind, kind, reason is null ? null : why.Value, by, now);
        ITicketEvent[] events = kind.IsRestoreWork() && !relabels
            ? [changed, new CriticalityClaimed(kind, Counts: true, by, now)]
            : [changed];
        return WithPromise(ticket, events, kind, stated: now, by, clock, now);
    }

    /// <summary>
    /// The customer says that the open ticket is restore-work (§2.2.2, §2.2.3); said again: nothing new. Refuses
    /// <c>not-restore-work</c> for other kinds and <c>claim-already-open</c> while another ticket of theirs carries an
    /// undecided claim. If nobody waited for us, the customer does from here on.
    /// </summary>
    public static Decision<ITicketEvent[]> Claim(
        Ticket ticket, RequestKind kind, ClaimHistory history, Actor by, Tariff tariff, PromiseClock clock, Instant now)
    {
        if (RefusalToClaim(ticket, kind) is { } refusal)
        {
            return refusal;
        }

        if (ticket.HasUndecidedClaim || ticket.Criticality == Criticality.Confirmed)
        {
            return Array.Empty<ITicketEvent>();
        }

        if (history.HasOpenClaim)
        {
            return TicketRefusals.ClaimOpen;
        }

        var claimed = new CriticalityClaimed(kind, history.CountsAtOnce, by, now);
        var effective = claimed.Counts ? kind : ticket.Kind;
        return ticket.Wait is null && by.Kind == ActorKind.Visitor
            ? new ITicketEvent[] { claimed, new WaitStarted(tariff, clock.PromiseFor(tariff.LevelOf(effective), now), now) }
            : WithPromise(ticket, [claimed], effective, stated: now, by, clock, now);
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

    /// <summary>
    /// Staff decline the claim, with a reason; the promise is made anew from the start of the wait. Declined already:
    /// nothing new.
    /// </summary>
    public static Decision<ITicketEvent[]> Reject(Ticket ticket, AgentId agent, string? reason, PromiseClock clock, Instant now)
    {
        if (!ticket.IsLive)
        {
            return TicketRefusals.NotLive;
        }

        if (ticket.Criticality == Criticality.Rejected)
        {
            return Array.Empty<ITicketEvent>();
        }

        if (ticket.Claim is not { } claim)
        {
            return TicketRefusals.NothingClaimed;
        }

        var why = MessageText.Accept(reason);
        if (why.Refusal is { } refusal)
        {
            return string.IsNullOrWhiteSpace(reason) ? TicketRefusals.ReasonMissing : refusal;
        }

        var rejected = new CriticalityRejected(agent, why.Value, claim.By, now);
        return WithPromise(ticket, [rejected], Ticket.Evolve(ticket, rejected).Kind, stated: now, Actor.Of(agent), clock, now);
    }

    private static Refusal? RefusalToClaim(Ticket ticket, RequestKind kind)
    {
        if (!ticket.IsLive)
        {
            return TicketRefusals.NotLive;
        }

        return kind.IsRestoreWork() ? null : TicketRefusals.NotRestoreWork;
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
