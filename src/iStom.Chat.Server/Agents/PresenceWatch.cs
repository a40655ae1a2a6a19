using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>Keeps presence every so often; what that means is <see cref="KeepPresence"/>'s to decide.</summary>
public sealed partial class PresenceWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<PresenceWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new KeepPresence(), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                KeepingFailed(logger, e);
            }
        }
    }

    [LoggerMessage(121, LogLevel.Error, "Presence could not be kept")]
    private static partial void KeepingFailed(ILogger logger, Exception exception);
}
