using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace iStom.Chat.TestSupport;

/// <summary>TeamViewer's Web API, as far as we speak it, with the shapes of its documentation: sessions, ping and errors.</summary>
public sealed class ScriptedTeamViewer : IAsyncDisposable
{
    public const string Token = "1234567-AbCdEfGhIjKlMnOpQrSt";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, JsonObject> _sessions = new(StringComparer.Ordinal);
    private int _made;

    private ScriptedTeamViewer(WebApplication app) => _app = app;

    /// <summary>What was asked: method, path and body.</summary>
    public Heard<(string Method, string Path, string Body)> Calls { get; } = new();

    /// <summary>What is answered instead of what was asked for; 0: nothing is.</summary>
    public int Status { get; set; }

    /// <summary>No answer comes at all.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Where the customer's link leads.</summary>
    public string CustomerHost { get; set; } = "get.teamviewer.com";

    public static async Task<ScriptedTeamViewer> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var service = new ScriptedTeamViewer(builder.Build());
        service._app.Run(service.AnswerAsync);
        await service._app.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>open or closed.</summary>
    public string StateOf(string code) => (string)_sessions[code]["state"]!;

    /// <summary>The customer has started their TeamViewer and waits.</summary>
    public void Join(string code) => _sessions[code]["online"] = true;

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var (method, path, body) = (context.Request.Method, context.Request.Path.Value!, await reader.ReadToEndAsync());
        Calls.Add((method, path, body));
        if (IsSilent)
        {
            var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registered = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
            return;
        }

        if (Status != 0)
        {
            await FailAsync(context, Status);
        }
        else if (path == "/api/v1/ping")
        {
            await WriteAsync(context, 200, new JsonObject { ["token_valid"] = IsAuthorised(context) });
        }
        else if (!IsAuthorised(context))
        {
            await FailAsync(context, 401);
        }
        else
        {
            await AnswerAsync(context, method, path, body);
        }
    }

    private async Task AnswerAsync(HttpContext context, string method, string path, string body)
    {
        if (method == "POST" && path == "/api/v1/sessions")
        {
            await WriteAsync(context, 200, Make((JsonObject)JsonNode.Parse(body)!));
        }
        else if (!_sessions.TryGetValue(path.Split('/')[^1], out var session))
        {
            await FailAsync(context, 404);
        }
        else if (method == "PUT")
        {
            session["state"] = JsonNode.Parse(body)!["state"]!.GetValue<string>();
            context.Response.StatusCode = 204;
        }
        else
        {
            await WriteAsync(context, 200, session);
        }
    }

    private JsonObject Make(JsonObject asked)
    {
        var code = $"s12-345-{Interlocked.Increment(ref _made):D3}";
        var bare = code.Replace("-", "", StringComparison.Ordinal);
        return _sessions[code] = new JsonObject
        {
            ["code"] = code,
            ["state"] = "open",
            ["groupid"] = "g12345678",
            ["description"] = asked["description"]?.DeepClone(),
            ["end_customer"] = asked["end_customer"]?.DeepClone(),
            ["assigned_userid"] = "u1234567",
            ["end_customer_link"] = $"https://{CustomerHost}/v15/{bare}",
            ["supporter_link"] = $"https://start.teamviewer.com/v15/supporter/{bare}",
            ["custom_api"] = "",
            ["created_at"] = "2026-11-23T09:00:00Z",
            ["valid_until"] = "2026-11-24T09:00:00Z",
            ["online"] = false,
        };
    }

    private static bool IsAuthorised(HttpContext context) => context.Request.Headers.Authorization == $"Bearer {Token}";

    private static Task FailAsync(HttpContext context, int status)
    {
        var (error, code) = status switch
        {
            401 => ("invalid_token", 1),
            403 => ("access_denied", 2),
            404 => ("not_found", 3),
            429 => ("rate_limit_reached", 4),
            _ => ("internal_error", 5),
        };
        return WriteAsync(context, status, new JsonObject { ["error"] = error, ["error_description"] = "As the documentation has it.", ["error_code"] = code });
    }

    private static Task WriteAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(JsonSerializerOptions.Default));
    }
}
