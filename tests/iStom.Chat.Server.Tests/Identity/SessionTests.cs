using System.Net;
using iStom.Chat.Domain;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Identity;

/// <summary>People see where they are signed in, and end what is not theirs.</summary>
public sealed class SessionTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task They_are_listed_with_place_and_time()
    {
        var agent = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent));
        Server.Clock.Advance(Duration.FromMinutes(10));
        await agent.GetAsync("/api/account/me");
        await KeepPresenceAsync();

        var one = (await agent.GetAsync("/api/account/sessions"))[0];

        one.GetProperty("current").GetBoolean().ShouldBeTrue();
        one.GetProperty("address").GetString().ShouldBe("127.0.0.1");
        one.GetProperty("since").GetString().ShouldBe("2026-11-23T09:00:00.000000Z");
        one.GetProperty("seenAt").GetString().ShouldBe("2026-11-23T09:10:00.000000Z");
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "Chrome, Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 YaBrowser/25.8 Safari/537.36", "Yandex, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox, Linux")]
    [InlineData("curl/8.5.0", null)]
    [InlineData(null, null)]
    public void A_browser_is_told_in_words(string? userAgent, string? words) => DeviceWords.Of(userAgent).ShouldBe(words);

    [Fact]
    public async Task One_ends_one_s_own_elsewhere_and_its_sockets_close()
    {
        var account = await Server.AddAgentAsync();
        var (here, elsewhere) = (Owned(new TestAgent(Server)), Owned(new TestAgent(Server)));
        await elsewhere.SignIn(account.Email);
        await elsewhere.Connect();
        await here.SignIn(account.Email);
        await here.TakeAntiforgeryTokenAsync();
        var other = (await here.GetAsync("/api/account/sessions")).EnumerateArray().Single(session => !session.GetProperty("current").GetBoolean());

        (await here.RefusalAsync(HttpMethod.Post, $"/api/account/sessions/{other.GetProperty("id").GetString()}/end")).ShouldBeNull();

        await elsewhere.Closed;
        (await elsewhere.HttpAsync(HttpMethod.Get, "/api/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await here.GetAsync("/api/account/sessions")).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Another_s_are_an_administrator_s_to_see_and_end_and_nobody_else_s()
    {
        var victim = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent));
        var supervisor = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor));
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var id = (await victim.GetAsync("/api/account/sessions"))[0].GetProperty("id").GetString();

        (await supervisor.RefusalAsync(HttpMethod.Get, $"/api/agents/{victim.Account.Value}/sessions")).ShouldBe("agent-not-found");
        (await supervisor.RefusalAsync(HttpMethod.Post, $"/api/account/sessions/{id}/end")).ShouldBe("session-not-found");
        (await administrator.GetAsync($"/api/agents/{victim.Account.Value}/sessions"))[0].GetProperty("id").GetString().ShouldBe(id);
        (await administrator.RefusalAsync(HttpMethod.Post, $"/api/account/sessions/{id}/end")).ShouldBeNull();

        (await victim.HttpAsync(HttpMethod.Get, "/api/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task KeepPresenceAsync()
    {
        await using var scope = Server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new KeepPresence(), TestContext.Current.CancellationToken);
    }
}
