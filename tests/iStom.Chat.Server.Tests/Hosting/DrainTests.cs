using System.Net;
using System.Text.Json;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>A stop is a blink: what is under way is answered, everybody is told to come back.</summary>
public sealed class DrainTests(TestDatabase databases) : DrainTest(databases, calls: "00:01:00")
{
    [Fact]
    public async Task A_call_under_way_is_answered_before_the_socket_closes_and_later_ones_are_sent_away()
    {
        await using var visitor = await RawClient.VisitorAsync(Server);
        await using var other = await RawClient.VisitorAsync(Server);
        var cookie = await RawClient.VisitorCookieAsync(Server);
        var held = await HoldWrites();
        await visitor.Send(Call);
        await SomebodyWaits();

        var stop = Stop();
        await Server.Log.Until(303);
        await Should.ThrowAsync<System.Net.WebSockets.WebSocketException>(
            () => RawClient.ConnectAsync(Server.Port, Server.ChatOrigin, "visitor", cookie));
        RawClient.CodeOf(await other.Call("Join", """[{"after":0}]""")).ShouldBe("unavailable");
        await using var http = new TestVisitor(Server);
        (await (await http.HttpAsync(HttpMethod.Get, "/health/ready")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("stopping");
        await held.DisposeAsync();
        await stop;

        (await visitor.AnswerTo("1")).GetProperty("result").GetProperty("sequence").GetInt64().ShouldBe(2);
        foreach (var client in new[] { visitor, other })
        {
            await client.Closed;
            var last = client.Records.All[^1];
            last.GetProperty("type").GetInt32().ShouldBe(7);
            last.GetProperty("allowReconnect").GetBoolean().ShouldBeTrue();
            last.TryGetProperty("error", out _).ShouldBeFalse();
        }
    }

    /// <summary>Another client's call keeps the stop waiting, so that the poll may come when it likes.</summary>
    [Fact]
    public async Task Who_polls_still_fetches_the_answer_of_a_call_under_way()
    {
        await using var other = await RawClient.VisitorAsync(Server);
        await other.Send(Call);
        await other.AnswerTo("1");
        using var visitor = await PollingClient.ConnectAsync(Server, Server.ChatOrigin, "visitor", await RawClient.VisitorCookieAsync(Server));
        await using var reads = await HoldWrites("mt_doc_readmarkers");
        var events = await HoldWrites();
        await other.Send("""{"type":1,"invocationId":"2","target":"Read","arguments":[{"sequence":1}]}""");
        await SomebodyWaits(); // else both would be written, and wait, as one
        await visitor.SayAsync(Call);
        await SomebodyWaits(calls: 2);

        var stop = Stop();
        await Server.Log.Until(303);
        (await visitor.SayAsync("""{"type":6}""")).ShouldBe(HttpStatusCode.ServiceUnavailable, "nothing new is taken");
        await events.DisposeAsync();
        var answer = await visitor.PollUntil(Answers);

        answer.GetProperty("result").GetProperty("sequence").GetInt64().ShouldBe(2);
        await reads.DisposeAsync();
        await stop;
    }
}
