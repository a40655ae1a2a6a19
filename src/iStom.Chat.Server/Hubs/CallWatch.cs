using System.Text.Json;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Calls;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.SignalR;

namespace iStom.Chat.Server.Hubs;

/// <summary>Tells the desks of whoever is at work on this node who calls, whenever that has changed.</summary>
public sealed partial class CallWatch(CallReader calls, AgentPresence presence, IHubContext<AgentHub, IAgentClient> agents, TimeProvider time, ILogger<CallWatch> logger) : PeriodicWork(Interval, time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly string Silence = JsonSerializer.Serialize(Telephone.Silent, StoreJson.Options);
    private readonly SemaphoreSlim _telling = new(1, 1);
    private Dictionary<Guid, string> _told = [];

    /// <summary>As they are now; nothing for an agent who is away.</summary>
    public async Task<Telephone> OfAsync(AgentCaller agent, CancellationToken cancellation) =>
        presence.OnDuty().Any(colleague => colleague.Id == agent.Agent.Value) ? await ReadAsync(cancellation) : Telephone.Silent;

    /// <summary>Tells each desk what has changed since it was told last.</summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        await _telling.WaitAsync(cancellation);
        try
        {
            var (onDuty, all) = (presence.OnDuty().Select(colleague => colleague.Id).ToHashSet(), await ReadAsync(cancellation));
            var now = presence.Callers().ToDictionary(agent => agent.Agent.Value, agent => onDuty.Contains(agent.Agent.Value) ? all : Telephone.Silent);
            var told = now.ToDictionary(desk => desk.Key, desk => JsonSerializer.Serialize(desk.Value, StoreJson.Options));
            foreach (var (agent, theirs) in now.Where(desk => told[desk.Key] != _told.GetValueOrDefault(desk.Key, Silence)))
            {
                await agents.Clients.Groups(HubGroups.Languages.Select(language => HubGroups.Agent(new(agent), language))).Calls(theirs.Calls, theirs.Callbacks);
            }

            _told = told;
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

    private async Task<Telephone> ReadAsync(CancellationToken cancellation) => new(await calls.ReadAsync(cancellation), await calls.CallbacksAsync(cancellation));

    protected override Task WorkAsync(CancellationToken cancellation) => TellAsync(cancellation);

    protected override void Tell(Exception exception) => TellingFailed(logger, exception);

    [LoggerMessage(331, LogLevel.Error, "Desks could not be told of calls")]
    private static partial void TellingFailed(ILogger logger, Exception exception);
}

/// <summary>Who calls, and who asks to be called back where no other list tells.</summary>
public sealed record Telephone(IReadOnlyList<CallView> Calls, IReadOnlyList<CallTicket> Callbacks)
{
    public static Telephone Silent { get; } = new([], []);
}
