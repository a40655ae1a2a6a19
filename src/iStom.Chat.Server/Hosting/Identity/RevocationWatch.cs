namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>
/// Closes the sockets of agents whose sign-in no longer holds: signed out, expired, or the account was changed, on
/// whatever node. Looks every two seconds, so that five are kept.
/// </summary>
public sealed partial class RevocationWatch(LiveSockets sockets, AgentSessions sessions, TimeProvider time, ILogger<RevocationWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LookFailed(logger, e);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        if (sockets.AgentSessions() is { Length: > 0 } open)
        {
            // Only what was looked at: a socket that was opened meanwhile has not been asked about.
            var valid = await sessions.StillValidAsync(open, cancellation);
            sockets.CloseAgents(open.Where(session => !valid.Contains(session)).ToHashSet());
        }
    }

    [LoggerMessage(120, LogLevel.Error, "Sign-ins could not be checked")]
    private static partial void LookFailed(ILogger logger, Exception exception);
}
