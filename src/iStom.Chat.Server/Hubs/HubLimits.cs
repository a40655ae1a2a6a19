using System.Security.Claims;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using Microsoft.AspNetCore.SignalR;

namespace iStom.Chat.Server.Hubs;

/// <summary>Refuses callers who ask too much, <c>rate-limited</c>, and visitors with too many tabs, <c>too-many-connections</c>.</summary>
public sealed class HubLimits(CallLimits calls, VisitorConnections connections) : IHubFilter
{
    /// <summary>When a closed tab's place is free for certain: a connection that fell silent is given up after this.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var caller = invocationContext.Context;
        return (calls.TakeOwn(caller.User) ?? calls.TakeOfAddress(caller.GetHttpContext()?.Connection.RemoteIpAddress)) is { } wait
            ? throw HubErrors.From(Refused("rate-limited", wait))
            : next(invocationContext);
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (VisitorOf(context) is not { } visitor)
        {
            await next(context);
            return;
        }

        if (!connections.TryAdd(visitor))
        {
            throw HubErrors.From(Refused("too-many-connections", Silence));
        }

        try
        {
            await next(context);
        }
        catch
        {
            // SignalR does not say goodbye to whom it has not welcomed.
            connections.Remove(visitor);
            throw;
        }
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        try
        {
            await next(context, exception);
        }
        finally
        {
            if (VisitorOf(context) is { } visitor)
            {
                connections.Remove(visitor);
            }
        }
    }

    private static string? VisitorOf(HubLifetimeContext context) => context.Context.User?.FindFirstValue(ClaimNames.Visitor);

    private static Refusal Refused(string code, TimeSpan wait) =>
        new(code, new Dictionary<string, string>(StringComparer.Ordinal) { ["retryAfter"] = Problem.Seconds(wait) });
}
