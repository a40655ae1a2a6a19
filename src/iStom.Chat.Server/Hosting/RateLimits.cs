using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace iStom.Chat.Server.Hosting;

/// <summary>How often one address may knock.</summary>
public static class RateLimits
{
    public const string SignIns = "sign-ins";
    public const string Sessions = "sessions";

    public static IServiceCollection AddChatRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (rejected, cancellation) => await rejected.HttpContext.Response.WriteAsJsonAsync(
            new { code = "rate-limited", status = StatusCodes.Status429TooManyRequests }, options: null, "application/problem+json", cancellation);
        AddPerAddress(options, SignIns, perMinute: 30);
        AddPerAddress(options, Sessions, perMinute: 300);
    });

    private static void AddPerAddress(RateLimiterOptions options, string policy, int perMinute) =>
        options.AddPolicy(policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress, _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
}
