using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Looks every hour for mails that were held back long ago.</summary>
public sealed partial class OldMailWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<OldMailWatch> logger) : PeriodicWork(Interval, time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RemoveOldMail(), cancellation);
    }

    protected override void Tell(Exception exception) => RemovalFailed(logger, exception);

    [LoggerMessage(325, LogLevel.Error, "Mails that were held back could not be removed")]
    private static partial void RemovalFailed(ILogger logger, Exception exception);
}
