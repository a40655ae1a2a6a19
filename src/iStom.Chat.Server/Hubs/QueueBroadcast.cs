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
    private Look _told = new([], total: 0, new(default, Open: false, OpensAt: null, ClosesAt: null, AgentsOnline: -1));

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
        var hours = mapper.Hours(now, presence.OnDuty().Count);
        var look = new Look(first, total, hours);
        if (!look.ShowsTheSameQueueAs(_told))
        {
            await PushQueueAsync(first, total, now);
        }

        if (hours with { Now = _told.Hours.Now } != _told.Hours)
        {
            await visitors.Clients.Group(HubGroups.Visitors).Desk(hours);
        }

        await PushPlacesAsync(first.Where(queued => !_told.IsPlaceOf(queued)), now);
        _told = look;
    }

    private async Task PushQueueAsync(IReadOnlyList<QueuedTicket> first, int total, Instant now)
    {
        foreach (var language in HubGroups.Languages)
        {
            await agents.Clients.Group(HubGroups.Desks(language)).Queue(queueMapper.ToView(first, total, now, language));
        }
    }

    private async Task PushPlacesAsync(IEnumerable<QueuedTicket> moved, Instant now)
    {
        foreach (var (row, _, place) in moved)
        {
            foreach (var language in HubGroups.Languages)
            {
                await visitors.Clients.Group(HubGroups.Conversation(row.Ticket.Conversation, language)).Ticket(mapper.ForVisitor(row, place, now, language));
            }
        }
    }

    [LoggerMessage(103, LogLevel.Error, "The queue could not be told")]
    private static partial void PushFailed(ILogger logger, Exception exception);

    /// <summary>The queue as it was told last: what has not changed is not told again.</summary>
    private sealed class Look(IReadOnlyList<QueuedTicket> first, int total, DeskHours hours)
    {
        private readonly Dictionary<TicketId, (long Version, QueuePlace Place)> _places =
            first.ToDictionary(queued => queued.Row.Ticket.Id, queued => (queued.Row.Version, queued.Place));

        public DeskHours Hours => hours;

        private int Total => total;

        public bool IsPlaceOf(QueuedTicket queued) =>
            _places.TryGetValue(queued.Row.Ticket.Id, out var told) && told.Place == queued.Place;

        /// <summary>Also the hours count: at opening and closing, time begins and ceases to run.</summary>
        public bool ShowsTheSameQueueAs(Look told) => Total == told.Total && Hours.Open == told.Hours.Open
            && _places.Count == told._places.Count
            && _places.All(place => told._places.TryGetValue(place.Key, out var other) && other == place.Value);
    }
}
