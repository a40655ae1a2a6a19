using System.Text.Json;
using iStom.Chat.Domain;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace iStom.Chat.Server.Hubs;

/// <summary>The hubs' edge: a refusal becomes a HubException whose message is <c>{"code":…,"detail":…}</c>.</summary>
public static class HubErrors
{
    /// <summary>Sends a command; its value comes back, its refusal is thrown to the caller.</summary>
    public static async Task<T> Ask<T>(this IMediator mediator, IRequest<Decision<T>> command, CancellationToken cancellation)
    {
        var decision = await mediator.Send(command, cancellation);
        return decision.Refusal is { } refusal ? throw From(refusal) : decision.Value;
    }

    public static HubException From(Refusal refusal) => new(
        JsonSerializer.Serialize(new { code = refusal.Code, detail = refusal.Detail ?? new Dictionary<string, string>(StringComparer.Ordinal) }));
}
