using System.Net;
using System.Security.Claims;
using System.Threading.RateLimiting;
using iStom.Chat.Server.Hosting.Identity;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Hosting;

/// <summary>The token buckets of visitors, agents and addresses, the same for hub calls and HTTP. Idle ones are forgotten.</summary>
public sealed class CallLimits(IOptions<LimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _visitors = Create(options.Value.VisitorCalls);
    private readonly PartitionedRateLimiter<string> _readers = Create(options.Value.VisitorReading);
    private readonly PartitionedRateLimiter<string> _agents = Create(options.Value.AgentCalls);
    private readonly PartitionedRateLimiter<string> _uploads = Create(options.Value.Uploads);
    private readonly PartitionedRateLimiter<string> _addresses = Create(options.Value.AddressCalls);

    /// <summary>Takes one token of the caller's own. Somebody unknown has none to take.</summary>
    /// <returns>Null when there was one; else how long to wait.</returns>
    public TimeSpan? TakeOwn(ClaimsPrincipal? user) =>
        user?.FindFirstValue(ClaimNames.Visitor) is { } visitor ? Take(_visitors, visitor)
        : user?.FindFirstValue(ClaimNames.Agent) is { } agent ? Take(_agents, agent)
        : user?.FindFirstValue(ClaimNames.ApiKey) is { } key ? Take(_agents, key)
        : null;

    /// <summary>Takes one token of a visitor who looks something up.</summary>
    /// <returns>As <see cref="TakeOwn"/>.</returns>
    public TimeSpan? TakeOfReader(ClaimsPrincipal? user) => user?.FindFirstValue(ClaimNames.Visitor) is { } visitor ? Take(_readers, visitor) : null;

    /// <summary>Takes one token of the files that the caller, who is known, uploads.</summary>
    /// <inheritdoc cref="TakeOwn"/>
    public TimeSpan? TakeUpload(ClaimsPrincipal user) => Take(_uploads, user.FindFirstValue(ClaimNames.Visitor) ?? user.FindFirstValue(ClaimNames.Agent)!);

    /// <summary>Takes one token of the address that a hub call comes from.</summary>
    /// <returns>Null when there was one; else how long to wait.</returns>
    public TimeSpan? TakeOfAddress(IPAddress? address) => Take(_addresses, ClientAddress.Of(address));

    public void Dispose()
    {
        _visitors.Dispose();
        _readers.Dispose();
        _agents.Dispose();
        _uploads.Dispose();
        _addresses.Dispose();
    }

    /// <summary>When a refused lease says that the next token is there.</summary>
    internal static TimeSpan WaitOf(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);

    private static TimeSpan? Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null : WaitOf(lease);
    }

    private static PartitionedRateLimiter<string> Create(Bucket bucket) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => bucket.ToOptions(refillsItself: true)), StringComparer.Ordinal);
}
