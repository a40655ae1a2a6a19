using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Hosting;

/// <summary>
/// Limits of HTTP: per address before anything else is looked at, per caller once it is known who calls. Health is not
/// limited: behind a proxy that is not trusted yet, everybody has its address.
/// </summary>
public static class RateLimits
{
    public const string SignIns = "sign-ins";
    public const string Sessions = "sessions";

    /// <summary>Below this path a visitor reads in the manual.</summary>
    public const string Reading = "/api/visitor/articles";

    public static IServiceCollection AddChatRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<CallLimits>();
        services.AddSingleton<VisitorConnections>();
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) => new(Problem.TooManyAsync(rejected.HttpContext.Response, CallLimits.WaitOf(rejected.Lease)));
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsLimited(context.Request.Path)
                ? PerAddress(context, limits => limits.AddressRequests)
                : RateLimitPartition.GetNoLimiter(""));
            options.AddPolicy(SignIns, context => PerAddress(context, limits => limits.SignIns));
            options.AddPolicy(Sessions, context => PerAddress(context, limits => limits.Sessions));
        });
    }

    /// <summary>Takes a token of the visitor or agent for each request to the API. Belongs behind authorisation.</summary>
    public static void UseCallLimits(this WebApplication app) => app.Use((context, next) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && Take(context) is { } wait
            ? Problem.TooManyAsync(context.Response, wait)
            : next(context));

    private static TimeSpan? Take(HttpContext context)
    {
        var limits = context.RequestServices.GetRequiredService<CallLimits>();
        return context.Request.Path.StartsWithSegments(Reading, StringComparison.OrdinalIgnoreCase) ? limits.TakeOfReader(context.User) : limits.TakeOwn(context.User);
    }

    private static bool IsLimited(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase);

    private static RateLimitPartition<string> PerAddress(HttpContext context, Func<LimitOptions, Bucket> limit)
    {
        var bucket = limit(context.RequestServices.GetRequiredService<IOptions<LimitOptions>>().Value);
        return RateLimitPartition.GetTokenBucketLimiter(
            ClientAddress.Of(context.Connection.RemoteIpAddress), _ => bucket.ToOptions(refillsItself: true));
    }
}
