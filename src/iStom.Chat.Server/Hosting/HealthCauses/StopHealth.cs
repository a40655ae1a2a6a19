namespace iStom.Chat.Server.Hosting.HealthCauses;

/// <summary>A server that stops says so, and load balancers look for another.</summary>
internal sealed class StopHealth(Drain drain) : IHealthCause
{
    public Task<HealthFinding?> LookAsync(CancellationToken cancellation) =>
        Task.FromResult(drain.IsUnderWay ? new HealthFinding("stopping", Blocks: true, "the server is stopping") : null);
}
