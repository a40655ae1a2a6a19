using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace iStom.Chat.Server.Tests.Attachments;

/// <summary>A server with as much of S3 as is used: objects by path, for whoever signs.</summary>
internal sealed class ScriptedBucket : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedBucket(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it takes nothing more.</summary>
    public bool IsFull { get; set; }

    public static async Task<ScriptedBucket> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var bucket = new ScriptedBucket(builder.Build());
        bucket._app.Run(bucket.AnswerAsync);
        await bucket._app.StartAsync();
        return bucket;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path.Value!);
        context.Response.StatusCode = request switch
        {
            _ when !request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 Credential=access/", StringComparison.Ordinal) => StatusCodes.Status403Forbidden,
            { Method: "PUT" } when IsFull => StatusCodes.Status507InsufficientStorage,
            { Method: "DELETE" } => StatusCodes.Status204NoContent,
            { Method: "GET" } when !Objects.ContainsKey(path) => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status200OK,
        };
        if (context.Response.StatusCode == StatusCodes.Status204NoContent)
        {
            Objects.TryRemove(path, out _);
        }
        else if (context.Response.StatusCode == StatusCodes.Status200OK && request.Method == "PUT")
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            Objects[path] = body.ToArray();
        }
        else if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            await context.Response.Body.WriteAsync(Objects[path]);
        }
    }
}
