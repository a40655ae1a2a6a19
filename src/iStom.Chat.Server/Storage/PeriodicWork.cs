namespace iStom.Chat.Server.Storage;

/// <summary>What a node does every so often. What fails is told and tried again the next time.</summary>
public abstract class PeriodicWork(TimeSpan interval, TimeProvider time) : BackgroundService
{
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Tell(e);
            }
        }
    }

    protected abstract Task WorkAsync(CancellationToken cancellation);

    /// <summary>Logs what went wrong.</summary>
    protected abstract void Tell(Exception exception);
}
