using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Security;

/// <summary>What must never work, at the doors.</summary>
public sealed class EdgeTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task A_session_is_given_to_our_own_panel_only()
    {
        await using var visitor = new TestVisitor(Server);

        var foreign = await visitor.StartSession(fromOrigin: "https://evil.example");

        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreign.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await visitor.StartSession(fromOrigin: Server.SiteOrigin())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_unknown_site_is_not_found()
    {
        await using var visitor = new TestVisitor(Server);

        var response = await visitor.StartSession("nowhere");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await CodeOf(response)).ShouldBe("unknown-site");
    }

    [Fact]
    public async Task Hubs_refuse_foreign_pages_and_those_without_a_cookie()
    {
        await using var visitor = new TestVisitor(Server);
        await Should.ThrowAsync<WebSocketException>(() => visitor.Connect());
        await visitor.StartSession();
        await Should.ThrowAsync<WebSocketException>(() => visitor.Connect(fromOrigin: "https://evil.example"));
        await Should.ThrowAsync<WebSocketException>(() => visitor.Connect(fromOrigin: Server.SiteOrigin()));
        await visitor.Connect();

        var account = await Server.AddAgentAsync();
        await using var agent = new TestAgent(Server);
        await Should.ThrowAsync<WebSocketException>(() => agent.Connect());
        await agent.SignIn(account.Email);
        await Should.ThrowAsync<WebSocketException>(() => agent.Connect(fromOrigin: Server.ChatOrigin));
    }

    [Fact]
    public async Task A_visitors_cookie_opens_no_desk_and_an_agents_none_of_the_chat()
    {
        await using var visitor = new TestVisitor(Server);
        var cookies = (await visitor.StartSession()).Headers.GetValues("Set-Cookie").Single();

        cookies.ShouldStartWith("__Host-istom-visitor=");
        foreach (var part in new[] { "secure", "httponly", "samesite=none", "Partitioned", "path=/" })
        {
            cookies.ShouldContain(part);
        }

        var agent = new TestAgent(Server);
        (await agent.HttpAsync(HttpMethod.Get, "/api/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await visitor.HttpAsync(HttpMethod.Get, "/desk")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.HttpAsync(HttpMethod.Get, "/api/account/me")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await agent.HttpAsync(HttpMethod.Get, "/frame?site=i-stom")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await agent.DisposeAsync();
    }

    [Fact]
    public async Task Signing_in_needs_the_right_password_from_the_right_page()
    {
        var account = await Server.AddAgentAsync();
        await using var agent = new TestAgent(Server);

        (await CodeOf(await agent.SignIn(account.Email, "wrong"))).ShouldBe("bad-credentials");
        (await CodeOf(await agent.SignIn("nobody@example.org"))).ShouldBe("bad-credentials");
        (await agent.SignIn(account.Email, fromOrigin: "https://evil.example")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var cookies = (await agent.SignIn(account.Email)).Headers.GetValues("Set-Cookie").ToList();

        cookies.Select(cookie => cookie.Split('=')[0]).ShouldBe(["__Host-istom-desk", "__Host-istom-device"]);
        cookies.ShouldAllBe(cookie => cookie.Contains("samesite=strict") && cookie.Contains("httponly") && cookie.Contains("secure"));
        (await agent.HttpAsync(HttpMethod.Get, "/api/account/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await agent.TakeAntiforgeryTokenAsync();
        await agent.HttpAsync(HttpMethod.Post, "/api/account/sign-out");
        (await agent.HttpAsync(HttpMethod.Get, "/api/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Only_the_sites_own_origins_may_frame_the_panel_and_nobody_the_desk()
    {
        await using var visitor = new TestVisitor(Server);
        await using var agent = new TestAgent(Server);

        var frame = await visitor.HttpAsync(HttpMethod.Get, "/frame?site=cloud");
        var desk = await agent.HttpAsync(HttpMethod.Get, "/desk");

        frame.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith($"frame-ancestors {Server.SiteOrigin("cloud.i-stom")}");
        desk.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("frame-ancestors 'none'");
        (await visitor.HttpAsync(HttpMethod.Get, "/frame?site=nowhere")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.HttpAsync(HttpMethod.Get, "/assets/..%2fappsettings.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "text-empty")]
    [InlineData(" \n ", "text-empty")]
    [InlineData("a\0b", "text-malformed")]
    [InlineData("a\u001bb", "text-malformed")]
    public async Task What_cannot_be_a_message_is_refused_with_a_code(string text, string code)
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);

        (await TestClient.RefusalOf(() => visitor.Send(text))).ShouldBe(code);

        (await visitor.Join()).LastSequence.ShouldBe(0);
    }

    [Fact]
    public async Task A_text_over_the_limit_is_refused_and_the_limit_is_told()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);

        (await visitor.Send(new string('ы', 8000))).Sequence.ShouldBe(2);
        (await TestClient.RefusalOf(() => visitor.Send(new string('ы', 8001)))).ShouldBe("text-too-long");
        (await TestClient.RefusalOf(() => visitor.Send("Вопрос", id: Guid.Empty))).ShouldBe("id-missing");
        (await TestClient.RefusalOf(() => visitor.History(before: 0, limit: 10))).ShouldBe("sequence-out-of-range");
    }

    [Fact]
    public async Task The_server_says_that_it_is_ready_and_that_it_is_not()
    {
        await using var visitor = new TestVisitor(Server);
        (await visitor.HttpAsync(HttpMethod.Get, "/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await visitor.HttpAsync(HttpMethod.Get, "/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        Server.Clock.Set(Moscow.At(2027, 10, 1, 12, 0));
        var late = await visitor.HttpAsync(HttpMethod.Get, "/health/ready");

        (await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("2028");
    }

    private static async Task<string?> CodeOf(HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("code").GetString();
    }
}
