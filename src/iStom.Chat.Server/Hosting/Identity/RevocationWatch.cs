using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>
/// Closes the sockets of agents whose sign-in no longer holds: signed out, expired, or the account was changed, on
/// whatever node. Looks every two seconds, so that five are kept.
/// </summary>
public sealed partial class RevocationWatch(LiveSockets sockets, AgentSessions sessions, TimeProvider time, ILogger<RevocationWatch> logger)
    : PeriodicWork(Interval, time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        if (sockets.AgentSessions() is { Length: > 0 } open)
        {
            // Only what was looked at: a socket that was opened meanwhile has not been asked about.
            var valid = await sessions.StillValidAsync(open, cancellation);
            sockets.CloseAgents(open.Where(session => !valid.Contains(session)).ToHashSet());
        }
    }

    protected override void Tell(Exception exception) => LookFailed(logger, exception);

    [LoggerMessage(120, LogLevel.Error, "Sign-ins could not be checked")]
    private static partial void LookFailed(ILogger logger, Exception exception);
}
