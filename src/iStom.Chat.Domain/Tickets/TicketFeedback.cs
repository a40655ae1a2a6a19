using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>What the customer says of a resolution.</summary>
public static class TicketFeedback
{
    /// <summary>The best rating; the worst is 1.</summary>
    public const int MostStars = 5;

    /// <summary>Longest comment, in UTF-16 code units.</summary>
    public const int LongestComment = 1000;

    /// <summary>So long after it was first given a rating may be changed.</summary>
    public static readonly Duration ChangeLimit = Duration.FromDays(1);

    /// <summary>
    /// It helped, and the ticket stays resolved; or it did not, and the ticket is open again as by a message (<see cref="TicketWaits.CustomerWrites"/>).
    /// Of a version that came out: it helped, and the ticket is resolved, unless they wait for an answer to something else.
    /// Said again: nothing new.
    /// </summary>
    public static Decision<ITicketEvent[]> Answer(Ticket ticket, bool helped, Tariff tariff, PromiseClock clock, Instant now)
    {
        if (ticket.Phase != TicketPhase.Resolved && !ticket.IsAsked)
        {
            return ticket.Helped == helped && ticket.IsLive && (!helped || ticket.Told is not null) ? Array.Empty<ITicketEvent>() : TicketRefusals.NotResolved;
        }

        var answered = new ResolutionAnswered(helped, now);
        return helped
            ? ticket.Helped == true ? Array.Empty<ITicketEvent>()
                : ticket is { IsLive: true, Wait: null } ? [new TicketResolved(Resolution.ByVisitor, Actor.Of(ticket.Visitor), now), answered]
                : [answered]
            : [answered, .. TicketWaits.CustomerWrites(ticket, tariff, clock, now).Value];
    }

    /// <summary>One rating for each resolution. Refuses <c>rating-final</c> once the day to change it is over; the same again: nothing new.</summary>
    public static Decision<ITicketEvent[]> Rate(Ticket ticket, int stars, string? comment, Instant now)
    {
        if (!IsOpenFor(ticket))
        {
            return TicketRefusals.NotResolved;
        }

        if (stars is < 1 or > MostStars)
        {
            return TicketRefusals.RatingOutOfRange;
        }

        var said = string.IsNullOrWhiteSpace(comment) ? (Decision<string>?)null : MessageText.Accept(comment);
        if (said?.Refusal is { } refusal)
        {
            return refusal;
        }

        var rated = new ResolutionRated(stars, said?.Value, now);
        return (ticket.Stars, ticket.RatingComment) == (rated.Stars, rated.Comment) ? Array.Empty<ITicketEvent>()
            : MayChange(ticket, now) ? new ITicketEvent[] { rated } : TicketRefusals.RatingFinal;
    }

    /// <summary>Whether there is a resolution to speak of: it was resolved, and is not open again.</summary>
    public static bool IsOpenFor(Ticket ticket) => ticket is { IsLive: false, ResolvedAt: not null, MergedInto: null };

    /// <summary>Whether a rating, given or to be given, is still taken.</summary>
    public static bool MayChange(Ticket ticket, Instant now) => ticket.RatedAt is not { } at || now - at < ChangeLimit;
}
