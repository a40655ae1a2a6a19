using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Hosting.Commands;

/// <summary>Gives one of the desk's own commands as often as it says.</summary>
public sealed partial class PeriodicCommand<T>(IServiceScopeFactory scopes, TimeProvider time, ILogger<PeriodicCommand<T>> logger) : PeriodicWork(T.Interval, time)
    where T : IPeriodicCommand, IRequest<Decision<int>>, new()
{
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new T(), cancellation);
    }

    protected override void Tell(Exception exception) => CommandFailed(logger, typeof(T).Name, exception);

    [LoggerMessage(125, LogLevel.Error, "{Command}, which is given by itself, has failed")]
    private static partial void CommandFailed(ILogger logger, string command, Exception exception);
}
