using System.Net;
using System.Text.Json;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>A stop is a blink: what is under way is answered, everybody is told to come back.</summary>
public sealed class DrainTests(TestDatabase databases) : ServerTest(databases)
{
    private const string Id = "01990000-0000-7000-8000-000000000001";
    private const string Call = "{\"type\":1,\"invocationId\":\"1\",\"target\":\"Send\",\"arguments\":[{\"id\":\"" + Id + "\",\"text\":\"Вопрос\"}]}";

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

    [Fact]
    public async Task A_call_that_does_not_finish_in_time_is_not_answered_and_does_not_hold_up_the_stop()
    {
        await using var visitor = await RawClient.VisitorAsync(Server);
        await using var held = await HoldWrites();
        await visitor.Send(Call);
        await SomebodyWaits();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        await Stop();

        System.Diagnostics.Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(9));
        await visitor.Closed;
        visitor.Records.All.ShouldNotContain(record => Answers(record));
        Server.Log.Entries.ShouldContain(entry => entry.Number == 304);
    }

    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Stop:Calls", "00:00:03");

    private static bool Answers(JsonElement record) => record.TryGetProperty("invocationId", out _);

    private Task Stop() => Task.Run(() => Server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication());

    /// <summary>Nobody can write there until this is disposed.</summary>
    private async Task<NpgsqlConnection> HoldWrites(string table = "mt_events")
    {
        var connection = await Server.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"begin; lock table {table} in exclusive mode", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private async Task SomebodyWaits(long calls = 1)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), new WallClock());
        await using var waiting = Server.Database.CreateCommand("select count(*) from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())");
        while ((long)(await waiting.ExecuteScalarAsync(TestContext.Current.CancellationToken))! < calls)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
