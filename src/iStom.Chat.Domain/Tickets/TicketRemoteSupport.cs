using iStom.Chat.Domain.Conversations;
using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>
/// Remote support from the ticket (§4.1): invited, agreed to, begun, over; one at a time. It is no answer, so it ends no wait.
/// </summary>
public static class TicketRemoteSupport
{
    /// <summary>Longest purpose, in UTF-16 code units.</summary>
    public const int MaxPurposeLength = 300;

    /// <summary>The ticket's agent invites. The same invitation again: nothing new.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="invitation">As the agent wants it; the purpose is a text as <see cref="MessageText"/> accepts it.</param>
    public static Decision<ITicketEvent[]> Invite(Ticket ticket, RemoteSupportInvited invitation)
    {
        if (TicketWaits.RefuseUnlessHeldBy(ticket, invitation.Agent) is { } notHeld)
        {
            return notHeld;
        }

        if (ticket.RemoteSession is { } open)
        {
            return open.Id == invitation.Session ? Array.Empty<ITicketEvent>() : RemoteSupportRefusals.OneIsOpen;
        }

        var purpose = MessageText.Accept(invitation.Purpose);
        return purpose.Refusal is { } refusal ? refusal : new ITicketEvent[] { invitation with { Purpose = purpose.Value } };
    }

    /// <summary>The visitor agrees. Again: nothing new.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="session">Which invitation.</param>
    /// <param name="givesId">The visitor gives the id of their own TeamViewer, perhaps a new one.</param>
    /// <param name="now">When.</param>
    public static Decision<ITicketEvent[]> Consent(Ticket ticket, RemoteSessionId session, bool givesId, Instant now) => Of(ticket, session) switch
    {
        null => RemoteSupportRefusals.Over,
        { AsksForId: false } when givesId => RemoteSupportRefusals.Over,
        { AsksForId: true, ConsentedAt: null } when !givesId => RemoteSupportRefusals.IdMissing,
        { ConsentedAt: not null } => Array.Empty<ITicketEvent>(),
        _ => new ITicketEvent[] { new RemoteSupportConsented(session, now) },
    };

    /// <summary>
    /// The visitor declines, also after they had agreed, as long as nobody is connected: then they end it in TeamViewer itself. It is over already:
    /// nothing new.
    /// </summary>
    public static Decision<ITicketEvent[]> Decline(Ticket ticket, RemoteSessionId session, Instant now) => Of(ticket, session) switch
    {
        null => Array.Empty<ITicketEvent>(),
        { StartedAt: not null } => RemoteSupportRefusals.Begun,
        _ => new ITicketEvent[] { new RemoteSupportDeclined(session, now) },
    };

    /// <summary>The ticket's agent is connected, which nobody is without consent. Again: nothing new.</summary>
    public static Decision<ITicketEvent[]> Start(Ticket ticket, RemoteSessionId session, AgentId agent, Instant now) => Held(ticket, session, agent) switch
    {
        { Refusal: { } refusal } => refusal,
        { Value.ConsentedAt: null } => RemoteSupportRefusals.NotConsented,
        { Value.StartedAt: not null } => Array.Empty<ITicketEvent>(),
        _ => new ITicketEvent[] { new RemoteSupportStarted(session, agent, now) },
    };

    /// <summary>The ticket's agent is done, or takes back what nobody has connected to. It is over already: nothing new.</summary>
    public static Decision<ITicketEvent[]> End(Ticket ticket, RemoteSessionId session, AgentId agent, Instant now)
    {
        var held = Held(ticket, session, agent);
        if (held.Refusal is { } refusal)
        {
            return refusal == RemoteSupportRefusals.Over ? Array.Empty<ITicketEvent>() : refusal;
        }

        return new ITicketEvent[] { Ended(held.Value, held.Value.StartedAt is null ? RemoteEnd.Revoked : RemoteEnd.ByAgent, Actor.Of(agent), now) };
    }

    /// <summary>What nobody connected to in time is over, and whatever there is on a ticket that is over. Otherwise nothing happens.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="limit">How long an invitation holds, and a consent.</param>
    /// <param name="now">When.</param>
    public static ITicketEvent[] EndIfDue(Ticket ticket, Duration limit, Instant now) => ticket.RemoteSession switch
    {
        null => [],
        { } remote when !ticket.IsLive => [Ended(remote, RemoteEnd.WithTicket, Actor.Desk, now)],
        { StartedAt: null } remote when now - (remote.ConsentedAt ?? remote.InvitedAt) >= limit => [Ended(remote, RemoteEnd.Expired, Actor.Desk, now)],
        _ => [],
    };

    private static RemoteSupportEnded Ended(RemoteSession remote, RemoteEnd how, Actor by, Instant now) =>
        new(remote.Id, how, remote.StartedAt is { } start ? Math.Max(0, (long)(now - start).TotalSeconds) : null, by, now);

    private static RemoteSession? Of(Ticket ticket, RemoteSessionId session) => ticket.IsLive && ticket.RemoteSession?.Id == session ? ticket.RemoteSession : null;

    private static Decision<RemoteSession> Held(Ticket ticket, RemoteSessionId session, AgentId agent) =>
        TicketWaits.RefuseUnlessHeldBy(ticket, agent) is { } refusal ? refusal
        : Of(ticket, session) is { } remote ? remote
        : RemoteSupportRefusals.Over;
}
