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
            throw HubErrors.From(Tell(invocationContext.HubMethodName, e));
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
            throw HubErrors.From(Tell(nameof(OnConnectedAsync), e));
        }
    }

    /// <summary>While the database is away every call of every client fails: a line for each, not a page.</summary>
    private Refusal Tell(string method, Exception e)
    {
        if (e is NpgsqlException { IsTransient: true } or ConcurrencyConflictException)
        {
            CallUnavailable(logger, method, e is PostgresException { SqlState: var state } ? state : e.GetType().Name);
            return Unavailable;
        }

        CallFailed(logger, method, e);
        return Internal;
    }

    [LoggerMessage(101, LogLevel.Error, "Hub method {Method} failed")]
    private static partial void CallFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(106, LogLevel.Warning, "Hub method {Method} could not be served: {Cause}")]
    private static partial void CallUnavailable(ILogger logger, string method, string cause);
}
