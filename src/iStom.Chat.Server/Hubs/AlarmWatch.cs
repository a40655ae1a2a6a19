using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.People;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Alarms;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using Microsoft.AspNetCore.SignalR;
using NodaTime;

namespace iStom.Chat.Server.Hubs;

/// <summary>Keeps the alarms, and tells the desks of this node those that are theirs whenever these have changed.</summary>
public sealed partial class AlarmWatch(
    IServiceScopeFactory scopes, AlarmReader alarms, AgentPresence presence, LiveDocuments<Shift> shifts, IHubContext<AgentHub, IAgentClient> agents, IClock clock, TimeProvider time, ILogger<AlarmWatch> logger)
    : PeriodicWork(Interval, time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _telling = new(1, 1);
    private Dictionary<AgentId, AlarmView[]> _told = [];

    /// <summary>Raises, repeats and ends what is due, and tells it.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new KeepAlarms(), cancellation);
        await TellAsync(cancellation);
    }

    /// <summary>The alarms of one agent, as they are now.</summary>
    public async Task<IReadOnlyList<AlarmView>> OfAsync(AgentCaller agent, CancellationToken cancellation) => Of(agent, await alarms.OnAsync(cancellation), Audience());

    /// <summary>Tells each desk what has changed since it was told last.</summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        await _telling.WaitAsync(cancellation);
        try
        {
            var (on, audience) = (await alarms.OnAsync(cancellation), Audience());
            var now = presence.Callers().ToDictionary(agent => agent.Agent, agent => Of(agent, on, audience));
            foreach (var (agent, theirs) in now.Where(desk => !desk.Value.SequenceEqual(_told.GetValueOrDefault(desk.Key) ?? [])))
            {
                await agents.Clients.Groups(HubGroups.Languages.Select(language => HubGroups.Agent(agent, language))).Alarms(theirs);
            }

            _told = now;
        }
        finally
        {
            _telling.Release();
        }
    }

    public override void Dispose()
    {
        _telling.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override Task WorkAsync(CancellationToken cancellation) => KeepAsync(cancellation);

    protected override void Tell(Exception exception) => KeepingFailed(logger, exception);

    private static AlarmView[] Of(AgentCaller agent, IReadOnlyList<Versioned<Alarm>> on, AlarmAudience audience) =>
        [.. on.Select(found => found.Value).Where(alarm => audience.Hears(agent, alarm.Kind)).Select(AlarmView.Of)];

    private AlarmAudience Audience()
    {
        var said = presence.Present().Where(colleague => colleague.Availability == Availability.PaidDuty).Select(colleague => new AgentId(colleague.Id));
        var rostered = PaidCover.OnShift(shifts.All, clock.GetCurrentInstant(), LiveRegulation.Zone);
        return new(alarms.Settings.Value, [.. rostered, .. said], presence.Callers());
    }

    [LoggerMessage(124, LogLevel.Error, "Alarms could not be kept")]
    private static partial void KeepingFailed(ILogger logger, Exception exception);
}
