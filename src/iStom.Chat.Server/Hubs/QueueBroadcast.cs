using System.Threading.Channels;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Queue;
using Microsoft.AspNetCore.SignalR;
using NodaTime;

namespace iStom.Chat.Server.Hubs;

/// <summary>
/// Tells desks the queue and waiting visitors their places, whenever it changed and every now and then, since tickets
/// become at risk and the desk opens and closes by the passing of time. Changes that come while a push is under way
/// are told together.
/// </summary>
public sealed partial class QueueBroadcast(
    IHubContext<VisitorHub, IVisitorClient> visitors,
    IHubContext<AgentHub, IAgentClient> agents,
    QueueReader queue,
    QueueMapper queueMapper,
    TicketMapper mapper,
    AgentPresence presence,
    IClock clock,
    TimeProvider time,
    ILogger<QueueBroadcast> logger) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(15);
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Dictionary<TicketId, QueuePlace> _told = [];

    /// <summary>The queue may look different now.</summary>
    public void Changed() => _changes.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var timer = time.CreateTimer(_ => Changed(), state: null, Tick, Tick);
        await foreach (var _ in _changes.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await PushAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                PushFailed(logger, e);
            }
        }
    }

    private async Task PushAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var (first, total) = await queue.ReadAsync(now, QueueMapper.Shown + 1, cancellation);
        foreach (var language in HubGroups.Languages)
        {
            await agents.Clients.Group(HubGroups.Desks(language)).Queue(queueMapper.ToView(first, total, now, language));
        }

        await visitors.Clients.Group(HubGroups.Visitors).Desk(mapper.Hours(now, presence.OnDuty().Count));
        await PushPlacesAsync(first, now);
    }

    private async Task PushPlacesAsync(IReadOnlyList<QueuedTicket> first, Instant now)
    {
        foreach (var (row, _, place) in first.Where(queued => !_told.TryGetValue(queued.Row.Ticket.Id, out var told) || told != queued.Place))
        {
            foreach (var language in HubGroups.Languages)
            {
                await visitors.Clients.Group(HubGroups.Conversation(row.Ticket.Conversation, language)).Ticket(mapper.ForVisitor(row, place, now, language));
            }
        }

        _told = first.ToDictionary(queued => queued.Row.Ticket.Id, queued => queued.Place);
    }

    [LoggerMessage(103, LogLevel.Error, "The queue could not be told")]
    private static partial void PushFailed(ILogger logger, Exception exception);
}
