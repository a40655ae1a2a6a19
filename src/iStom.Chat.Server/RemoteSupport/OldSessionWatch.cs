using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>Looks every few seconds for what one could connect with for too long.</summary>
public sealed partial class OldSessionWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<OldSessionWatch> logger) : PeriodicWork(Interval, time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new EndOldSessions(), cancellation);
    }

    protected override void Tell(Exception exception) => EndFailed(logger, exception);

    [LoggerMessage(361, LogLevel.Error, "Old sessions of remote support could not be ended")]
    private static partial void EndFailed(ILogger logger, Exception exception);
}
