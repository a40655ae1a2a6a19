using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Encodings.Web;
using System.Text.Json;
using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.TestSupport;

/// <summary>What visitors and agents of the tests have in common: a cookie, a hub, and a record of what they were told.</summary>
public abstract class TestClient(IServerAddress server, string origin) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Web = CreateJson();

    private HubConnection? _hub;
    private string? _antiforgery;
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The limit of every wait.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After which a client gives a silent server up, as its timers tell; those of a client that sleeps tell nothing.</summary>
    public TimeSpan SilenceAllowed { get; init; } = HubConnection.DefaultServerTimeout;

    /// <summary>Who the browser is; a client that comes back brings it along.</summary>
    public string? Cookie { get; set; }

    /// <summary>Completed when the socket has been closed, by whichever side.</summary>
    public Task Closed => _closed.Task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    /// <summary>The key of a program, which has no cookie.</summary>
    public string? Bearer { get; set; }

    protected HubConnection Hub => _hub ?? throw new InvalidOperationException("Not connected.");

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }
    }

    /// <summary>The stable code of the refusal that the call ends with.</summary>
    public static async Task<string> RefusalOf(Func<Task> call)
    {
        var refused = await Should.ThrowAsync<HubException>(call);
        return CodeOf(refused).ShouldNotBeNull();
    }

    /// <summary>The code of a refusal; null where the server says that something broke without a code.</summary>
    public static string? CodeOf(HubException refused)
    {
        if (refused.Message.IndexOf('{', StringComparison.Ordinal) is not (>= 0 and var start))
        {
            return null;
        }

        using var json = JsonDocument.Parse(refused.Message.AsMemory(start));
        return json.RootElement.GetProperty("code").GetString();
    }

    /// <summary>A request as the page on this origin makes it. A body is said in JSON, unless it is content already.</summary>
    public async Task<HttpResponseMessage> HttpAsync(HttpMethod method, string path, object? body = null, string? fromOrigin = null, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        using var request = new HttpRequestMessage(method, path) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)) };
        request.Headers.Host = new Uri(origin).Authority;
        request.Headers.Add("Origin", fromOrigin ?? origin);
        if (!string.IsNullOrEmpty(Cookie))
        {
            request.Headers.Add("Cookie", Cookie);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        if (Bearer is not null)
        {
            request.Headers.Authorization = new("Bearer", Bearer);
        }

        if (_antiforgery is not null)
        {
            request.Headers.Add("X-Antiforgery", _antiforgery);
        }

        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            cookies.ToList().ForEach(Keep);
        }

        return response;
    }

    /// <summary>Uploads a file to this path.</summary>
    public Task<HttpResponseMessage> UploadAsync(string path, string name, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/octet-stream");
        content.Headers.ContentDisposition = new("attachment") { FileNameStar = name };
        return HttpAsync(HttpMethod.Put, path, content);
    }

    /// <summary>Shows the antiforgery token with every request from here on.</summary>
    public async Task TakeAntiforgeryTokenAsync()
    {
        var response = await HttpAsync(HttpMethod.Get, "/api/account/antiforgery");
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        _antiforgery = json.RootElement.GetProperty("token").GetString();
    }

    /// <summary>As a browser does: by name, and gone when it has expired.</summary>
    private void Keep(string setCookie)
    {
        var pair = setCookie.Split(';')[0];
        var name = pair.Split('=')[0];
        var others = (Cookie ?? "").Split("; ", StringSplitOptions.RemoveEmptyEntries).Where(other => !other.StartsWith($"{name}=", StringComparison.Ordinal));
        Cookie = string.Join("; ", pair == $"{name}=" ? others : others.Append(pair));
    }

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Web)!;

    /// <summary>Opens the hub; <paramref name="listen"/> subscribes before the first byte.</summary>
    protected async Task ConnectAsync(string path, Action<HubConnection> listen, string? fromOrigin = null)
    {
        var address = new Uri($"ws://127.0.0.1:{server.Port}{path}");
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketConnectionFactory(options => Configure(options, fromOrigin)));
        builder.Services.AddSingleton<System.Net.EndPoint>(new UriEndPoint(address));
        builder.AddJsonProtocol(options =>
        {
            // As browsers write it: Cyrillic as it is, not six bytes a letter.
            options.PayloadSerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            StoreJson.AddConverters(options.PayloadSerializerOptions);
        });
        _hub = builder.Build();
        _hub.ServerTimeout = SilenceAllowed;
        _hub.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
        listen(_hub);
        using var limit = new CancellationTokenSource(Limit, new WallClock());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, TestContext.Current.CancellationToken);
        await _hub.StartAsync(either.Token);
    }

    protected Task<T> Call<T>(string method, params object[] arguments) =>
        Hub.InvokeCoreAsync<T>(method, arguments, TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);

    private void Configure(ClientWebSocketOptions options, string? fromOrigin)
    {
        options.SetRequestHeader("Host", new Uri(origin).Authority);
        options.SetRequestHeader("Origin", fromOrigin ?? origin);
        options.SetRequestHeader("Cookie", Cookie ?? "");
    }

    private static JsonSerializerOptions CreateJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        StoreJson.AddConverters(options);
        return options;
    }
}
