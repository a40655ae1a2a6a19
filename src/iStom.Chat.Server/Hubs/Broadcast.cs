using System.Threading.Channels;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Queue;
using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.SignalR;
using NodaTime;

namespace iStom.Chat.Server.Hubs;

/// <summary>
/// Pushes what is committed to those who may see it. What a group may see is decided by the stream: a conversation's
/// events go to its visitor and to staff, a ticket's events to staff alone. One reader keeps the order of commits; a
/// push that fails is lost, and the client notices the gap.
/// </summary>
public sealed partial class Broadcast(
    IHubContext<VisitorHub, IVisitorClient> visitors,
    IHubContext<AgentHub, IAgentClient> agents,
    TicketReader tickets,
    QueueReader queue,
    QueueBroadcast queueBroadcast,
    TicketTimeline timeline,
    WatchedStreams watched,
    TicketMapper mapper,
    IClock clock,
    ILogger<Broadcast> logger) : BackgroundService, ICommitListener
{
    private readonly Channel<Committed> _commits = System.Threading.Channels.Channel.CreateUnbounded<Committed>(new() { SingleReader = true });

    public void OnCommitted(Committed committed) => _commits.Writer.TryWrite(committed);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var committed in _commits.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await PushAsync(committed, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                PushFailed(logger, e);
            }
        }
    }

    private async Task PushAsync(Committed committed, CancellationToken cancellation)
    {
        foreach (var ticket in TicketsOf(committed))
        {
            if (committed.Events.Any(e => e.Stream == ticket.Value) && await tickets.FindAsync(ticket, cancellation) is { } row)
            {
                await PushMessagesAsync(row.Ticket, committed);
                await PushTicketAsync(row, committed, cancellation);
            }
            else if (await FindAsync(ticket, committed, cancellation) is { } unchanged)
            {
                await PushMessagesAsync(unchanged, committed);
            }
        }

        foreach (var told in committed.Events)
        {
            watched.Told(told.Stream, told.Version);
        }
    }

    private async Task<Ticket?> FindAsync(TicketId id, Committed committed, CancellationToken cancellation) =>
        committed.Snapshots.OfType<Ticket>().FirstOrDefault(ticket => ticket.Id == id) ?? (await tickets.FindAsync(id, cancellation))?.Ticket;

    private async Task PushMessagesAsync(Ticket ticket, Committed committed)
    {
        Message[] messages = [.. committed.Events.Where(e => e.Stream == ticket.Conversation.Value).Select(MessageMapper.ToMessage)];
        if (messages.Length == 0)
        {
            return;
        }

        await visitors.Clients.Groups(HubGroups.Languages.Select(language => HubGroups.Conversation(ticket.Conversation, language))).Messages(messages);
        await agents.Clients.Groups(HubGroups.Languages.SelectMany(language => Desks(ticket, committed, language))).Messages(ticket.Id.Value, messages);
    }

    private async Task PushTicketAsync(TicketRow row, Committed committed, CancellationToken cancellation)
    {
        var events = await timeline.ToViewsAsync([.. committed.Events.Where(e => e.Stream == row.Ticket.Id.Value)], cancellation);
        if (events.Count == 0)
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        var place = await queue.PlaceAsync(row, now, cancellation);
        foreach (var language in HubGroups.Languages)
        {
            await visitors.Clients.Group(HubGroups.Conversation(row.Ticket.Conversation, language)).Ticket(mapper.ForVisitor(row, place, now, language));
            var desks = agents.Clients.Groups(Desks(row.Ticket, committed, language));
            await desks.TicketEvents(row.Ticket.Id.Value, events);
            await desks.Ticket(mapper.ForAgent(row, now, language));
        }

        queueBroadcast.Changed();
    }

    /// <summary>Whoever has the ticket open, whoever has it, and whoever has just lost it.</summary>
    private static IEnumerable<string> Desks(Ticket ticket, Committed committed, Domain.Regulation.Language language)
    {
        var holders = committed.Events.Select(e => HeldBefore(e.Data)).OfType<AgentId>();
        holders = ticket.Assignee is { } agent ? holders.Append(agent) : holders;
        return holders.Select(holder => HubGroups.Agent(holder, language)).Append(HubGroups.Ticket(ticket.Id, language)).Distinct(StringComparer.Ordinal);
    }

    private static AgentId? HeldBefore(object @event) => @event switch
    {
        TicketReleased e => e.Agent,
        TicketTransferred e => e.From,
        _ => null,
    };

    private static IEnumerable<TicketId> TicketsOf(Committed committed) => committed.Events
        .Select(e => e.Data is ITicketEvent ? new TicketId(e.Stream) : MessageMapper.TicketOf(e))
        .OfType<TicketId>()
        .Distinct();

    [LoggerMessage(102, LogLevel.Error, "A push failed; clients will catch up by sequence")]
    private static partial void PushFailed(ILogger logger, Exception exception);
}
