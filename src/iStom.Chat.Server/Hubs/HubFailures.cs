using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.SignalR;
using Npgsql;

namespace iStom.Chat.Server.Hubs;

/// <summary>
/// Whatever is not a refusal is a bug or broken infrastructure: logged here, and told as <c>internal</c> or, where the
/// database does not answer, as <c>unavailable</c>. Clients repeat both by themselves, under the same id.
/// </summary>
public sealed partial class HubFailures(ILogger<HubFailures> logger) : IHubFilter
{
    private static readonly Refusal Internal = new("internal");
    private static readonly Refusal Unavailable = new("unavailable");

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (ObjectDisposedException) when (invocationContext.Context.ConnectionAborted.IsCancellationRequested)
        {
            // The caller went away while it waited its turn; nobody is there to be answered.
            throw HubErrors.From(Unavailable);
        }
        catch (Exception e) when (e is not HubException and not OperationCanceledException)
        {
            CallFailed(logger, invocationContext.HubMethodName, e);
            throw HubErrors.From(Told(e));
        }
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (e is not HubException and not OperationCanceledException)
        {
            ConnectFailed(logger, context.Hub.GetType().Name, e);
            throw HubErrors.From(Told(e));
        }
    }

    private static Refusal Told(Exception e) => e is NpgsqlException { IsTransient: true } or ConcurrencyConflictException ? Unavailable : Internal;

    [LoggerMessage(302, LogLevel.Error, "A client could not be welcomed by {Hub}")]
    private static partial void ConnectFailed(ILogger logger, string hub, Exception exception);

    [LoggerMessage(101, LogLevel.Error, "Hub method {Method} failed")]
    private static partial void CallFailed(ILogger logger, string method, Exception exception);
}
