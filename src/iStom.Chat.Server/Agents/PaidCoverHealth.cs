using iStom.Chat.Server.Hosting.HealthCauses;

namespace iStom.Chat.Server.Agents;

/// <summary>A Paid shift without anybody: the server works, somebody should look.</summary>
internal sealed class PaidCoverHealth(PaidCoverReader cover) : IHealthCause
{
    public async Task<HealthFinding?> LookAsync(CancellationToken cancellation) => await cover.FindAsync(cancellation) is { } gap
        ? new("paid-shift-empty", Blocks: false, gap.IsAbsence ? $"the Paid shift since {gap.From} has nobody at the desk" : $"the Paid shift from {gap.From} on has nobody in the roster")
        : null;
}
