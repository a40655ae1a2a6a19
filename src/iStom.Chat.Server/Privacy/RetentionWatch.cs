using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Privacy;

/// <summary>Looks every hour for what has been kept for too long.</summary>
public sealed partial class RetentionWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<RetentionWatch> logger) : PeriodicWork(Interval, time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RunRetention(), cancellation);
    }

    protected override void Tell(Exception exception) => RunFailed(logger, exception);

    [LoggerMessage(125, LogLevel.Error, "What has been kept for too long could not be erased")]
    private static partial void RunFailed(ILogger logger, Exception exception);
}
