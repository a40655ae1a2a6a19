using System.Net;
using System.Net.WebSockets;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Security;

/// <summary>A foreign page gets nowhere, whichever transport it tries and however it writes the path, though the browser adds the cookie.</summary>
public sealed class TransportOriginTests(TestDatabase databases) : ServerTest(databases)
{
    private const string Foreign = "https://evil.example";

    /// <summary>What browsers say of a request that another page makes; a read of the same site or of none too.</summary>
    private static readonly (string Name, string Value)[][] OfForeignPages =
    [
        [("Origin", Foreign)],
        [("Origin", "null")],
        [("Origin", Foreign), ("Sec-Fetch-Site", "cross-site")],
        [("Sec-Fetch-Site", "cross-site")],
        [("Sec-Fetch-Site", "same-site")],
        [("Sec-Fetch-Site", "none")],
        [],
    ];

    /// <summary>Routes are found whatever the case of their letters.</summary>
    public static TheoryData<string> Paths { get; } = ["/hubs/visitor", "/Hubs/visitor", "/HUBS/VISITOR", "/hubs/Visitor"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_foreign_page_cannot_negotiate_poll_stream_send_or_hang_up(string path)
    {
        using var client = await VisitorAsync();
        foreach (var headers in OfForeignPages)
        {
            (HttpMethod Method, string Path, string? Accept)[] requests =
            [
                (HttpMethod.Post, $"{path}/negotiate?negotiateVersion=1", null),
                (HttpMethod.Get, $"{path}?id={client.Token}", null),
                (HttpMethod.Get, $"{path}?id={client.Token}", "text/event-stream"),
                (HttpMethod.Post, $"{path}?id={client.Token}", null),
                (HttpMethod.Delete, $"{path}?id={client.Token}", null),
            ];
            foreach (var (method, target, accept) in requests)
            {
                var sent = accept is null ? headers : [.. headers, ("Accept", accept)];
                using var response = await client.AskAsync(method, target, sent);

                response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {target} {string.Join(' ', sent)}");
            }
        }

        (await client.SayAsync("""{"type":1,"invocationId":"1","target":"Join","arguments":[{"after":0}]}""")).ShouldBe(HttpStatusCode.OK);
        await client.PollUntil(record => record.TryGetProperty("result", out _));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_foreign_page_cannot_open_a_socket(string path)
    {
        var cookie = await RawClient.VisitorCookieAsync(Server);
        using var negotiated = new PollingClient(Server, Server.ChatOrigin, "visitor", cookie);
        await negotiated.NegotiateAsync();
        foreach (var query in new[] { "", $"?id={negotiated.Token}" })
        {
            foreach (var origin in new[] { Foreign, "null", Server.SiteOrigin(), Server.DeskOrigin })
            {
                await Should.ThrowAsync<WebSocketException>(() => DialAsync(path + query, origin, cookie), $"{path} {origin}");
            }

            await DialAsync(path + query, Server.ChatOrigin, cookie);
        }
    }

    [Fact]
    public async Task Another_browser_does_not_get_in_with_a_foreign_connections_secret_alone()
    {
        using var client = await VisitorAsync();
        using var nobody = new PollingClient(Server, Server.ChatOrigin, "visitor", "");

        using var poll = await nobody.AskAsync(HttpMethod.Get, $"/hubs/visitor?id={client.Token}", [("Origin", Server.ChatOrigin)]);
        using var send = await nobody.AskAsync(HttpMethod.Post, $"/hubs/visitor?id={client.Token}", [("Origin", Server.ChatOrigin)], "{}");

        poll.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        send.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<PollingClient> VisitorAsync() =>
        await PollingClient.ConnectAsync(Server, Server.ChatOrigin, "visitor", await RawClient.VisitorCookieAsync(Server));

    private async Task DialAsync(string path, string origin, string cookie)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Host", new Uri(Server.ChatOrigin).Authority);
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.SetRequestHeader("Cookie", cookie);
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{Server.Port}{path}"), TestContext.Current.CancellationToken);
        socket.Abort();
    }
}
