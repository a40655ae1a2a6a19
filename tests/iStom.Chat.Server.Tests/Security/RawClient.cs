using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace iStom.Chat.TestSupport;

/// <summary>A client that says whatever it likes over the hub's WebSocket, and reads what comes back record by record.</summary>
public sealed class RawClient : IAsyncDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _over = new();
    private Task _reading = Task.CompletedTask;
    private bool _isDisposed;

    /// <summary>Every record that the server sent, as JSON.</summary>
    public Heard<JsonElement> Records { get; } = new();

    /// <summary>Completes when the connection has ended, however.</summary>
    public Task Closed => _reading.WaitAsync(Limit);

    public bool IsOpen => !_reading.IsCompleted;

    /// <summary>Connected, past the handshake.</summary>
    public static async Task<RawClient> ConnectAsync(int port, string origin, string hub, string cookie)
    {
        var client = await DialAsync(port, origin, hub, cookie);
        await client.Send("""{"protocol":"json","version":1}""");
        await client.Records.Until(record => !record.TryGetProperty("type", out _));
        return client;
    }

    /// <summary>Connected, before the handshake.</summary>
    public static async Task<RawClient> DialAsync(int port, string origin, string hub, string cookie)
    {
        var client = new RawClient();
        client._socket.Options.SetRequestHeader("Host", new Uri(origin).Authority);
        client._socket.Options.SetRequestHeader("Origin", origin);
        client._socket.Options.SetRequestHeader("Cookie", cookie);
        await client._socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/hubs/{hub}"), client._over.Token).WaitAsync(Limit);
        client._reading = client.ReadAsync();
        return client;
    }

    /// <summary>A visitor of their own.</summary>
    public static async Task<RawClient> VisitorAsync(RunningServer server) =>
        await ConnectAsync(server.Port, server.ChatOrigin, "visitor", await VisitorCookieAsync(server));

    /// <summary>An agent of their own.</summary>
    public static async Task<RawClient> AgentAsync(RunningServer server) =>
        await ConnectAsync(server.Port, server.DeskOrigin, "agent", await AgentCookieAsync(server));

    public static async Task<string> AgentCookieAsync(RunningServer server)
    {
        var account = await server.AddAgentAsync();
        await using var agent = new TestAgent(server);
        using var signedIn = await agent.SignIn(account.Email);
        return CookieOf(signedIn);
    }

    public static async Task<string> VisitorCookieAsync(RunningServer server)
    {
        await using var visitor = new TestVisitor(server);
        using var session = await visitor.StartSession();
        return CookieOf(session);
    }

    public Task Send(string record) => SendBytes(Encoding.UTF8.GetBytes(record + End));

    /// <summary>One WebSocket frame. Nothing happens when the connection has ended.</summary>
    public async Task SendBytes(ReadOnlyMemory<byte> frame, bool isText = true)
    {
        try
        {
            await _socket.SendAsync(frame, isText ? WebSocketMessageType.Text : WebSocketMessageType.Binary, endOfMessage: true, _over.Token).AsTask().WaitAsync(Limit);
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException or OperationCanceledException)
        {
            // The end of the connection; whoever cares waits for Closed.
        }
    }

    /// <summary>Calls a method with arguments as JSON; returns the completion.</summary>
    public async Task<JsonElement> Call(string method, string arguments)
    {
        var id = Guid.NewGuid().ToString("N");
        await Send($$"""{"type":1,"invocationId":"{{id}}","target":{{JsonSerializer.Serialize(method)}},"arguments":{{arguments}}}""");
        return await AnswerTo(id);
    }

    public Task<JsonElement> AnswerTo(string id) => Records.Until(record => record.TryGetProperty("invocationId", out var of) && of.GetString() == id);

    /// <summary>The code in a completion's or a close message's error; null when there is none.</summary>
    public static string? CodeOf(JsonElement record) => DetailOf(record, "code");

    public static string? DetailOf(JsonElement record, string property)
    {
        if (!record.TryGetProperty("error", out var error) || error.GetString() is not { } text || text.IndexOf("{\"code\":", StringComparison.Ordinal) is not (>= 0 and var start))
        {
            return null;
        }

        using var json = JsonDocument.Parse(text[start..]);
        return json.RootElement.TryGetProperty(property, out var value) ? value.GetString()
            : json.RootElement.GetProperty("detail").TryGetProperty(property, out var detail) ? detail.GetString()
            : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        await _over.CancelAsync();
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _over.Dispose();
    }

    private static string CookieOf(HttpResponseMessage response) => response.Headers.GetValues("Set-Cookie").First().Split(';')[0];

    private async Task ReadAsync()
    {
        var text = new StringBuilder();
        var decoder = Encoding.UTF8.GetDecoder();
        var (bytes, chars) = (new byte[8192], new char[8192]);
        try
        {
            while (await _socket.ReceiveAsync(bytes.AsMemory(), _over.Token) is { MessageType: not WebSocketMessageType.Close } received)
            {
                text.Append(chars, 0, decoder.GetChars(bytes, 0, received.Count, chars, 0));
                foreach (var record in Whole(text))
                {
                    using var json = JsonDocument.Parse(record);
                    Records.Add(json.RootElement.Clone());
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The end of the connection, however it came.
        }
    }

    private static string[] Whole(StringBuilder text)
    {
        var all = text.ToString();
        var end = all.LastIndexOf(End) + 1;
        text.Remove(0, end);
        return all[..end].Split(End, StringSplitOptions.RemoveEmptyEntries);
    }
}
