using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>When the customer begins and ceases to wait, and whether the promise was kept.</summary>
public static class TicketWaits
{
    /// <summary>Whether the customer waits, so that one more message of theirs changes nothing, whatever their tariff.</summary>
    public static bool WaitsAlready(Ticket ticket) => ticket is { Wait: not null, Phase: not TicketPhase.Closed };

    /// <summary>
    /// A message of the customer. It starts a wait unless one is open, and reopens a resolved ticket, or one that was to be
    /// solved by a new version, which then goes to the queue. A closed ticket refuses <c>ticket-not-open</c>: the message opens a new one.
    /// </summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="tariff">The customer's tariff now.</param>
    /// <param name="clock">Gives the promise.</param>
    /// <param name="now">When the server accepted it.</param>
    /// <param name="since">When it reached us, if earlier: a mail in the mailbox.</param>
    public static Decision<ITicketEvent[]> CustomerWrites(
        Ticket ticket, Tariff tariff, PromiseClock clock, Instant now, Instant? since = null)
    {
        if (ticket.Phase == TicketPhase.Closed)
        {
            return TicketRefusals.NotLive;
        }

        if (WaitsAlready(ticket))
        {
            return Array.Empty<ITicketEvent>();
        }

        var wait = new WaitStarted(tariff, clock.PromiseFor(tariff.LevelOf(ticket.Kind), Instant.Min(since ?? now, now)), now);
        return ticket.Phase == TicketPhase.Resolved || ticket.IsAsked ? [.. Reopen(ticket, now), wait] : new ITicketEvent[] { wait };
    }

    /// <summary>A human reply: the reaction, if the customer was waiting. Only the ticket's agent answers.</summary>
    public static Decision<ITicketEvent[]> AgentReplies(Ticket ticket, AgentId agent, Instant now) =>
        RefuseUnlessHeldBy(ticket, agent) is { } refusal ? refusal : Reaction(ticket, agent, now);

    /// <summary>The message needs no answer ("thank you"). Counted apart from reactions. Nobody waits: nothing new.</summary>
    public static Decision<ITicketEvent[]> EndWithoutAnswer(Ticket ticket, AgentId agent, Instant now)
    {
        if (RefuseUnlessHeldBy(ticket, agent) is { } refusal)
        {
            return refusal;
        }

        return ticket.Wait is { } wait
            ? new ITicketEvent[] { new WaitEndedWithoutAnswer(agent, wait.InTimeAt(now), now) }
            : Array.Empty<ITicketEvent>();
    }

    /// <summary>The calendar of a year was edited: an open promise is made anew from the same start.</summary>
    public static Decision<ITicketEvent[]> CalendarEdited(Ticket ticket, PromiseClock clock, Instant now)
    {
        if (ticket.Wait is not { } wait)
        {
            return Array.Empty<ITicketEvent>();
        }

        var promise = Anew(wait, clock);
        return promise == wait.Promise
            ? Array.Empty<ITicketEvent>()
            : [new PromiseChanged(promise, PromiseChangeReason.CalendarEdited, IsMissed(wait, now), Actor.Desk, now)];
    }

    /// <summary>
    /// A promise that was raised while the customer waited is again never later than what the wait began with; only
    /// from <see cref="SupportLevel.Standard"/> can a level rise within a wait.
    /// </summary>
    private static Promise Anew(Wait wait, PromiseClock clock)
    {
        var (level, start) = (wait.Promise.Level, wait.Promise.Start);
        return start == wait.Start
            ? clock.PromiseFor(level, start)
            : clock.PromiseFor(level, start, notLaterThan: clock.PromiseFor(SupportLevel.Standard, wait.Start).Due);
    }

    /// <summary>A miss that has happened stays one, whatever replaces the promise.</summary>
    internal static bool IsMissed(Wait wait, Instant now) => !wait.InTimeAt(now);

    internal static Refusal? RefuseUnlessHeldBy(Ticket ticket, AgentId agent)
    {
        if (!ticket.IsLive)
        {
            return TicketRefusals.NotLive;
        }

        return ticket.Assignee == agent ? null : TicketRefusals.NotYours;
    }

    /// <summary>Ends the wait, if there is one, and says whether in time.</summary>
    internal static ITicketEvent[] Reaction(Ticket ticket, AgentId agent, Instant now) =>
        ticket.Wait is { } wait ? [new Reacted(agent, wait.InTimeAt(now), now)] : [];

    private static ITicketEvent[] Reopen(Ticket ticket, Instant now)
    {
        var reopened = new TicketReopened(Actor.Of(ticket.Visitor), now);
        return ticket.Assignee is { } agent
            ? [reopened, new TicketReleased(agent, ReleaseReason.Reopened, Actor.Desk, now)]
            : [reopened];
    }
}
