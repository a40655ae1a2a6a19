using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>Keeps presence every so often; what that means is <see cref="KeepPresence"/>'s to decide.</summary>
public sealed partial class PresenceWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<PresenceWatch> logger)
    : PeriodicWork(Interval, time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new KeepPresence(), cancellation);
    }

    protected override void Tell(Exception exception) => KeepingFailed(logger, exception);

    [LoggerMessage(121, LogLevel.Error, "Presence could not be kept")]
    private static partial void KeepingFailed(ILogger logger, Exception exception);
}
