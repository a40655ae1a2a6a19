using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using NodaTime;

namespace iStom.Chat.Server.Contract;

/// <summary>Tickets as visitors and staff see them at an instant, in a language.</summary>
public sealed class TicketMapper(LiveRegulation regulation, TariffBook tariffs, BlockBook blocks, PhoneBook phones)
{
    /// <summary>Up to here a visitor is told the exact number of those ahead.</summary>
    private const int MostAhead = 50;

    /// <summary>No agent's id, no note, no other customer's data.</summary>
    public VisitorTicket ForVisitor(TicketRow row, QueuePlace? place, Instant now, Language language) => new(
        row.Ticket.Number,
        row.Version,
        row.Ticket.Status,
        row.Ticket.Kind,
        row.Ticket.Level,
        row.Ticket.Criticality,
        Promise(row.Ticket.Wait?.Promise, now, language),
        place is { } p ? new(Math.Min(p.Ahead, MostAhead), p.Ahead > MostAhead, p.Lane, p.Reason, p.Critical) : null,
        row.Ticket.AssigneeName,
        row.Ticket.RejectionReason,
        TicketFeedback.IsOpenFor(row.Ticket) ? Feedback(row.Ticket, now) : null);

    /// <summary>As lists show it: without the reasons of the promise, which are read on the opened ticket.</summary>
    public AgentTicket ForList(TicketRow row, Instant now, Language language) => ForAgent(row, now, language, explain: false);

    public AgentTicket ForAgent(TicketRow row, Instant now, Language language, bool explain = true)
    {
        var ticket = row.Ticket;
        return new(
            ticket.Id.Value,
            ticket.Number,
            row.Version,
            ticket.Status,
            ticket.Kind,
            ticket.Level,
            ticket.Scope,
            ticket.Criticality,
            ticket is { HasUndecidedClaim: true, Claim: { } claim } ? new(claim.Kind, claim.At, claim.By.Kind == ActorKind.Visitor, claim.Counts) : null,
            Promise(ticket.Wait?.Promise, now, language, explain),
            ticket.Assignee is { } agent ? new(agent.Value, ticket.AssigneeName!) : null,
            ticket.Conversation.Value,
            ticket.Visitor.Value,
            row.VisitorName,
            row.IsVerified,
            Blocked: blocks.InForce(ticket.Conversation, now) is not null,
            row.Clinic is { } clinic ? ToView(clinic, now) : null,
            ticket.ClinicProposal is { } proposed ? new(proposed.Clinic.Value, proposed.Name, proposed.IsConfirmed) : null,
            ticket.Site,
            ticket.Channel,
            ticket.Subject,
            ticket.OpenedAt,
            [.. ticket.Articles.Select(shown => new ShownArticleView(shown.Article.Value, shown.Title, shown.Read))],
            ticket.Helped is null && ticket.Stars is null ? null : Feedback(ticket, now),
            ticket.DevelopmentItem?.Value,
            ticket.Callback is { } asked ? new(asked.Number, phones.Find(asked.Number)?.Uri, asked.Time, asked.At) : null,
            Remote(ticket));
    }

    /// <summary>The clinic with the tariff that it has now; an open wait may have begun under another.</summary>
    public ClinicView ToView(Clinic clinic, Instant now) =>
        new(clinic.Id.Value, clinic.Name, tariffs.Of(clinic, now).Name, tariffs.Of(clinic, now).Plan);

    public DeskHours Hours(Instant now, int agentsOnline)
    {
        var hours = regulation.At(now).WorkingTime;
        return hours.IsOpen(now)
            ? new(now, Open: true, OpensAt: null, hours.NextClosing(now), agentsOnline)
            : new(now, Open: false, hours.NextOpening(now), ClosesAt: null, agentsOnline);
    }

    /// <summary>A promise that is not given yet: without its reasons.</summary>
    public PromiseView ToView(Promise promise, Instant now, Language language) => Promise(promise, now, language, explain: false)!;

    private static RemoteSessionView? Remote(Ticket ticket) =>
        ticket.RemoteSession is { } remote ? new(remote.Id.Value, remote.Purpose, remote.AgentName, remote.AsksForId, remote.InvitedAt, remote.ConsentedAt, remote.StartedAt) : null;

    private static FeedbackView Feedback(Ticket ticket, Instant now) => new(ticket.Helped, ticket.Stars, ticket.RatingComment, TicketFeedback.MayChange(ticket, now));

    private PromiseView? Promise(Promise? promise, Instant now, Language language, bool explain = true)
    {
        if (promise is null)
        {
            return null;
        }

        var clock = regulation.Of(promise);
        return new(
            promise.Due,
            promise.Start,
            (long)clock.Remaining(promise, now).TotalSeconds,
            clock.CountsAt(promise.Level, now),
            promise.Provisional,
            explain ? clock.Explain(promise, language) : []);
    }
}
