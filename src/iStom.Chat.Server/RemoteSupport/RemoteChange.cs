using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>What every command about remote support shares: the ticket's events, and what its visitor's thread says of them.</summary>
public sealed class RemoteChange(IStore store, RemoteSupportBook book, ServiceClosing closing)
{
    /// <summary>
    /// Loads what an invitation is kept with, and its ticket. Null where there is none, it is over, or it is not of this thread: whoever asks for
    /// somebody else's learns nothing.
    /// </summary>
    public static async Task<(Versioned<RemoteAccess> Access, Versioned<Ticket> Ticket)?> FindAsync(IStoreSession session, RemoteSessionId id, ConversationId? thread, CancellationToken cancellation) =>
        await session.LoadAsync<RemoteAccess>(id.Value, cancellation) is { } access
        && await session.LoadAsync<Ticket>(access.Value.Ticket.Value, cancellation) is { } ticket
        && (thread is null || ticket.Value.Conversation == thread)
            ? (access, ticket)
            : null;

    /// <summary>The way of every command that only changes the ticket. Refuses <c>ticket-not-found</c> for an unknown id.</summary>
    public async Task<Decision<TicketId>> ChangeAsync(TicketId id, Func<Ticket, Decision<ITicketEvent[]>> decide, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Ticket>(id.Value, cancellation) is not { } ticket)
        {
            return TicketRefusals.NotFound;
        }

        var decision = decide(ticket.Value);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        if (decision.Value is not [])
        {
            await AppendAsync(session, ticket, decision.Value, cancellation);
            await session.CommitAsync(cancellation);
        }

        return id;
    }

    /// <summary>
    /// Appends to the ticket, and the same to its thread in the words that its visitor may read. With the end of the session goes what one connects
    /// with, and TeamViewer is told.
    /// </summary>
    public async Task AppendAsync(IStoreSession session, Versioned<Ticket> ticket, ITicketEvent[] events, CancellationToken cancellation)
    {
        var before = ticket.Value.RemoteSession;
        var after = session.Append(ticket.Value.Id.Value, ticket, events)!.Value;
        var thread = ticket.Value.Conversation.Value;
        TicketAnnounced[] told = [.. events.Select(e => Told(ticket.Value, before ?? after.RemoteSession!, e))];
        session.Append(thread, await session.LoadAsync<Conversation>(thread, cancellation), told);
        if (after.RemoteSession is null && before is { } over && await session.LoadAsync<RemoteAccess>(over.Id.Value, cancellation) is { } access)
        {
            closing.Leave(session, access.Value);
            session.Delete<RemoteAccess>(over.Id.Value, access.Version);
        }
    }

    /// <summary>Whether this agent may read what one connects with.</summary>
    public static Refusal? RefusalToRead(Ticket ticket, AgentId agent) =>
        !ticket.IsLive ? TicketRefusals.NotLive : ticket.Assignee == agent ? null : TicketRefusals.NotYours;

    private TicketAnnounced Told(Ticket ticket, RemoteSession remote, ITicketEvent @event)
    {
        var (notice, seconds) = @event switch
        {
            RemoteSupportInvited => (TicketNotice.RemoteSupportInvited, (long?)null),
            RemoteSupportConsented => (TicketNotice.RemoteSupportConsented, null),
            RemoteSupportDeclined => (TicketNotice.RemoteSupportDeclined, null),
            RemoteSupportStarted => (TicketNotice.RemoteSupportStarted, null),
            RemoteSupportEnded ended => (TicketNotice.RemoteSupportEnded, ended.Seconds),
            _ => throw new InvalidOperationException($"{@event.GetType().Name} is none of remote support"),
        };
        var card = new RemoteCard(remote.Id, book.Settings.Company, remote.AgentName, remote.AsksForId, seconds);
        return new(ticket.Id, ticket.Number, notice, @event.At, notice == TicketNotice.RemoteSupportInvited ? remote.Purpose : null, card);
    }
}
