using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Attachments;

/// <summary>Looks every hour for files that no message has taken.</summary>
public sealed partial class ForgottenFilesWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<ForgottenFilesWatch> logger) : PeriodicWork(Interval, time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RemoveForgottenFiles(), cancellation);
    }

    protected override void Tell(Exception exception) => RemovalFailed(logger, exception);

    [LoggerMessage(314, LogLevel.Error, "Files that no message has taken could not be removed")]
    private static partial void RemovalFailed(ILogger logger, Exception exception);
}
