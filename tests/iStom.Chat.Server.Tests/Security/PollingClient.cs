using System.Net;
using System.Text;
using System.Text.Json;

namespace iStom.Chat.TestSupport;

/// <summary>A client that negotiates and then polls, request by request, with whatever origin a test wants.</summary>
public sealed class PollingClient(IServerAddress server, string origin, string hub, string cookie) : IDisposable
{
    private const char End = '\u001e';
    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };

    /// <summary>Secret of the connection, from negotiation.</summary>
    public string? Token { get; private set; }

    /// <summary>Every record that the server sent.</summary>
    public List<JsonElement> Records { get; } = [];

    /// <summary>Connected, past the handshake.</summary>
    public static async Task<PollingClient> ConnectAsync(IServerAddress server, string origin, string hub, string cookie)
    {
        var client = new PollingClient(server, origin, hub, cookie);
        await client.NegotiateAsync();
        (await client.PollAsync()).ShouldBe(HttpStatusCode.OK);
        (await client.SayAsync("""{"protocol":"json","version":1}""")).ShouldBe(HttpStatusCode.OK);
        await client.PollAsync();
        return client;
    }

    public async Task NegotiateAsync()
    {
        using var response = await AskAsync(HttpMethod.Post, $"/hubs/{hub}/negotiate?negotiateVersion=1", [("Origin", origin)]);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Token = json.RootElement.GetProperty("connectionToken").GetString();
    }

    public async Task<HttpStatusCode> SayAsync(string record)
    {
        using var response = await AskAsync(HttpMethod.Post, $"/hubs/{hub}?id={Token}", [("Origin", origin)], record + End);
        return response.StatusCode;
    }

    /// <summary>One poll; what it brings is added to <see cref="Records"/>.</summary>
    public async Task<HttpStatusCode> PollAsync()
    {
        using var response = await AskAsync(HttpMethod.Get, $"/hubs/{hub}?id={Token}", [("Sec-Fetch-Site", "same-origin")]);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            Records.AddRange(text.Split(End, StringSplitOptions.RemoveEmptyEntries).Select(record => JsonSerializer.Deserialize<JsonElement>(record)));
        }

        return response.StatusCode;
    }

    /// <summary>Polls until there is a record that matches.</summary>
    public async Task<JsonElement> PollUntil(Func<JsonElement, bool> match)
    {
        while (!Records.Any(match))
        {
            (await PollAsync()).ShouldBe(HttpStatusCode.OK);
        }

        return Records.First(match);
    }

    /// <summary>Any request of the connection, with these headers besides the host and the cookie.</summary>
    public Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, IEnumerable<(string Name, string Value)> headers, string? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8) };
        request.Headers.Host = new Uri(origin).Authority;
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _http.Dispose();
}
