using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace iStom.Chat.Server.Hosting;

/// <summary>The outermost steps of every request.</summary>
public static class EdgeRegistration
{
    /// <summary>Longest request body: everything that is not a file upload is far smaller.</summary>
    private const int MaxBody = 64 * 1024;

    public static void AddEdge(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MaxBody;
        });
        // In Development the default is to throw, which would end on the developer exception page.
        builder.Services.PostConfigure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        // Documents alone: they hold no secret that a length could tell. What is built is packed by the build.
        builder.Services.AddResponseCompression(options => (options.EnableForHttps, options.MimeTypes) = (true, ["text/html"]));
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.SmallestSize);
        builder.Services.AddTrustedProxies();
        builder.Services.AddChatRateLimits();
        builder.Services.AddDrain();
    }

    /// <summary>In this order: who really asks, how answers are packed, how failures are told, what browsers are told, and who may ask.</summary>
    public static void UseEdge(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseResponseCompression();
        app.UseTraceNames();
        app.UseMiddleware<ProblemResponses>();
        app.UseSecurityHeaders();
        app.UseDrain();
        app.UseMiddleware<OriginGuard>();
    }
}
