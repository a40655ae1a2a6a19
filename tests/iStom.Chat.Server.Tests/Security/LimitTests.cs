using System.Globalization;
using System.Net;
using System.Text.Json;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;

namespace iStom.Chat.Server.Tests.Security;

/// <summary>Who asks too much is refused with a code and the time to wait, and nobody else notices.</summary>
public sealed class LimitTests(TestDatabase databases) : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _owned = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var owned in Enumerable.Reverse(_owned))
        {
            await owned.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_visitor_who_calls_too_often_is_told_when_to_come_back()
    {
        var server = await With(("VisitorCalls:Burst", "3"), ("VisitorCalls:PerSecond", "0.001"));
        var cookie = await RawClient.VisitorCookieAsync(server);
        var visitor = Owned(await RawClient.ConnectAsync(server.Port, server.ChatOrigin, "visitor", cookie));
        var sameVisitor = Owned(await RawClient.ConnectAsync(server.Port, server.ChatOrigin, "visitor", cookie));
        var another = Owned(await TestVisitor.OpenAsync(server));
        for (var i = 0; i < 3; i++)
        {
            RawClient.CodeOf(await visitor.Call("Join", """[{"after":0}]""")).ShouldBeNull();
        }

        var refused = await visitor.Call("Send", """[{"id":"01990000-0000-7000-8000-000000000001","text":"!"}]""");

        RawClient.CodeOf(refused).ShouldBe("rate-limited");
        int.Parse(RawClient.DetailOf(refused, "retryAfter")!, CultureInfo.InvariantCulture).ShouldBeInRange(1, 1000);
        RawClient.CodeOf(await sameVisitor.Call("Join", """[{"after":0}]""")).ShouldBe("rate-limited");
        (await another.Join()).LastSequence.ShouldBe(0);
        (await Count(server)).ShouldBe(0);
    }

    [Fact]
    public async Task Agents_have_a_limit_of_their_own()
    {
        var server = await With(("AgentCalls:Burst", "2"), ("AgentCalls:PerSecond", "0.001"), ("VisitorCalls:Burst", "1000"));
        var agent = Owned(await TestAgent.OnDutyAsync(server));
        var colleague = Owned(await TestAgent.OnDutyAsync(server));
        await agent.Desk();
        await agent.Desk();

        (await TestClient.RefusalOf(agent.Desk)).ShouldBe("rate-limited");

        (await colleague.Desk()).Me.Name.ShouldBe("Сотрудник");
    }

    [Fact]
    public async Task An_agents_calls_and_requests_count_together()
    {
        var server = await With(("AgentCalls:Burst", "2"), ("AgentCalls:PerSecond", "0.001"));
        var agent = Owned(await TestAgent.OnDutyAsync(server));
        await agent.Desk();
        (await agent.HttpAsync(HttpMethod.Get, "/api/account/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var refused = await agent.HttpAsync(HttpMethod.Get, "/api/account/me");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 1000);
    }

    [Fact]
    public async Task Many_people_share_an_address_and_its_limit()
    {
        var server = await With(("AddressCalls:Burst", "4"), ("AddressCalls:PerSecond", "0.001"));
        var (one, other) = (Owned(await TestVisitor.OpenAsync(server)), Owned(await TestVisitor.OpenAsync(server)));
        await one.Join();
        await one.Join();
        await other.Join();
        await other.Join();

        (await TestClient.RefusalOf(() => one.Join())).ShouldBe("rate-limited");
    }

    [Fact]
    public async Task A_token_comes_back_with_time()
    {
        var server = await With(("VisitorCalls:Burst", "1"), ("VisitorCalls:PerSecond", "20"));
        var visitor = Owned(await RawClient.VisitorAsync(server));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), new WallClock());
        var (answered, refused) = (0, 0);
        while (answered < 3 && refused < 500)
        {
            _ = RawClient.CodeOf(await visitor.Call("Join", """[{"after":0}]""")) is null ? answered++ : refused++;
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        answered.ShouldBe(3);
    }

    [Theory]
    [InlineData("Sessions")]
    [InlineData("AddressRequests")]
    public async Task Http_says_when_to_come_back(string limit)
    {
        var server = await With(($"{limit}:Burst", "2"), ($"{limit}:PerSecond", "0.001"));
        var visitor = Owned(new TestVisitor(server));
        (await visitor.StartSession()).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await visitor.StartSession()).StatusCode.ShouldBe(HttpStatusCode.OK);

        var refused = await visitor.StartSession();

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 1000);
        using var json = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        json.RootElement.GetProperty("code").GetString().ShouldBe("rate-limited");
        (await visitor.HttpAsync(HttpMethod.Get, "/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_in_is_limited_per_address()
    {
        var server = await With(("SignIns:Burst", "1"), ("SignIns:PerSecond", "0.001"));
        var agent = Owned(new TestAgent(server));
        await agent.SignIn("nobody@example.org");

        (await agent.SignIn("nobody@example.org")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task One_connection_too_many_is_closed_with_a_code_and_the_others_go_on()
    {
        var server = await With(("ConnectionsPerVisitor", "2"));
        var cookie = await RawClient.VisitorCookieAsync(server);
        Task<RawClient> Connect() => RawClient.ConnectAsync(server.Port, server.ChatOrigin, "visitor", cookie);
        var (first, second) = (Owned(await Connect()), Owned(await Connect()));
        var third = Owned(await Connect());

        var close = await third.Records.Until(IsClose);

        RawClient.CodeOf(close).ShouldBe("too-many-connections");
        RawClient.DetailOf(close, "retryAfter").ShouldBe("30");
        await third.Closed;
        RawClient.CodeOf(await first.Call("Join", """[{"after":0}]""")).ShouldBeNull();
        RawClient.CodeOf(await second.Call("Join", """[{"after":0}]""")).ShouldBeNull();
        Owned(await TestVisitor.OpenAsync(server));

        await first.DisposeAsync();
        await Eventually.HoldsAsync(async () =>
        {
            await using var again = await Connect();
            await again.Send("""{"type":1,"invocationId":"1","target":"Join","arguments":[{"after":0}]}""");
            return !IsClose(await again.Records.Until(record => IsClose(record) || record.TryGetProperty("invocationId", out _)));
        });
    }

    [Fact]
    public async Task Whoever_floods_a_connection_with_whatever_is_cut_off()
    {
        var server = await With(("Frames:Burst", "50"), ("Frames:PerSecond", "0.001"));
        var flooder = Owned(await RawClient.VisitorAsync(server));
        var bystander = Owned(await TestVisitor.OpenAsync(server));
        for (var i = 0; i < 60; i++)
        {
            await flooder.Send(i % 2 == 0 ? """{"type":6}""" : """{"type":1,"target":"Nonsense","arguments":[]}""");
        }

        RawClient.CodeOf(await flooder.Records.Until(IsClose)).ShouldBe("rate-limited");
        await flooder.Closed;
        (await bystander.Join()).LastSequence.ShouldBe(0);
    }

    private static bool IsClose(JsonElement record) => record.TryGetProperty("type", out var type) && type.GetInt32() == 7;

    private static async Task<long> Count(RunningServer server)
    {
        await using var count = server.Database.CreateCommand("select count(*) from mt_events");
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<RunningServer> With(params (string Limit, string Value)[] limits) => Owned(await RunningServer.StartAsync(databases, builder =>
    {
        foreach (var (limit, value) in limits)
        {
            builder.UseSetting($"Limits:{limit}", value);
        }
    }));

    private T Owned<T>(T client)
        where T : IAsyncDisposable
    {
        _owned.Add(client);
        return client;
    }
}
