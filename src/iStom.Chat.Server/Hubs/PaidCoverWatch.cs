using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.SignalR;

namespace iStom.Chat.Server.Hubs;

/// <summary>Tells supervisors when a Paid shift has nobody, and when it has somebody again.</summary>
public sealed partial class PaidCoverWatch(PaidCoverReader cover, IHubContext<AgentHub, IAgentClient> agents, TimeProvider time, ILogger<PaidCoverWatch> logger)
    : PeriodicWork(Interval, time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);
    private PaidGapView? _told;

    /// <summary>As it is now.</summary>
    public async Task<PaidGapView?> LookAsync(CancellationToken cancellation) =>
        await cover.FindAsync(cancellation) is { } gap ? new(gap.From, gap.Until, gap.IsAbsence) : null;

    /// <summary>Tells what has changed since it was told last.</summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        var gap = await LookAsync(cancellation);
        if (gap != _told)
        {
            await agents.Clients.Group(HubGroups.Leads).PaidGaps(gap is null ? [] : [gap]);
            _told = gap;
        }
    }

    protected override Task WorkAsync(CancellationToken cancellation) => TellAsync(cancellation);

    protected override void Tell(Exception exception) => LookFailed(logger, exception);

    [LoggerMessage(123, LogLevel.Error, "The Paid shifts could not be looked at")]
    private static partial void LookFailed(ILogger logger, Exception exception);
}
