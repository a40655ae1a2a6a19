using System.Diagnostics;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;

namespace iStom.Chat.Server.Tests.Security;

/// <summary>
/// Frames that nobody would send, on both hubs. Seeded and printed: the same again with <c>FUZZ_SEED</c>, more of them with
/// <c>FUZZ_FRAMES</c>.
/// </summary>
public sealed class FuzzTests(TestDatabase databases, ITestOutputHelper output) : ServerTest(databases)
{
    private static readonly int Frames = int.Parse(Environment.GetEnvironmentVariable("FUZZ_FRAMES") ?? "10000", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly int Seed = int.Parse(
        Environment.GetEnvironmentVariable("FUZZ_SEED") ?? Random.Shared.Next().ToString(System.Globalization.CultureInfo.InvariantCulture),
        System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Whatever_is_sent_is_refused_with_a_code_or_ends_the_connection_and_nothing_is_stored()
    {
        output.WriteLine($"FUZZ_SEED={Seed} FUZZ_FRAMES={Frames}");
        var started = Stopwatch.GetTimestamp();
        var frames = new FuzzedFrames(new Random(Seed));
        await using var bystander = await TestVisitor.OpenAsync(Server);
        await using var desk = await TestAgent.OnDutyAsync(Server);
        var cookies = (Visitor: await RawClient.VisitorCookieAsync(Server), Agent: await RawClient.AgentCookieAsync(Server));
        RawClient? client = null;
        var (connections, refusals) = (0, 0);
        for (var i = 0; i < Frames; i++)
        {
            if (client is not { IsOpen: true })
            {
                refusals += await Look(client);
                client = connections++ % 2 == 0
                    ? await RawClient.ConnectAsync(Server.Port, Server.ChatOrigin, "visitor", cookies.Visitor)
                    : await RawClient.ConnectAsync(Server.Port, Server.DeskOrigin, "agent", cookies.Agent);
            }

            var (frame, isText, isCall) = frames.Next();
            await client.SendBytes(frame, isText);
            if (!isCall || i % 50 == 0)
            {
                await Settle(client, $"after {i}", frame);
            }
        }

        await Settle(client!, "the end", []);
        refusals += await Look(client);
        output.WriteLine($"{connections} connections, {refusals} coded refusals, {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");

        refusals.ShouldBeGreaterThan(Frames / 10, "the frames are to reach the methods, not only the parser");
        await using var count = Server.Database.CreateCommand("select (select count(*) from mt_events) + (select count(*) from mt_doc_ticket) + (select count(*) from mt_doc_conversation)");
        (await count.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
        (await bystander.Send("Вопрос")).Sequence.ShouldBe(2);
        (await desk.TakeNext()).Messages.ShouldContain(message => message.Text == "Вопрос");
        Server.Log.Errors.ShouldBeEmpty();
    }

    protected override void Configure(IWebHostBuilder builder)
    {
        foreach (var limit in new[] { "Frames", "VisitorCalls", "AgentCalls", "AddressCalls", "AddressRequests" })
        {
            builder.UseSetting($"Limits:{limit}:Burst", "1000000");
        }
    }

    /// <summary>
    /// Calls are answered in order: when this one is, or the connection has ended, everything before it was read. Said
    /// twice, since a record without an end swallows the next.
    /// </summary>
    private static async Task Settle(RawClient client, string id, byte[] frame)
    {
        var call = $$"""{"type":1,"invocationId":"{{id}}","target":"Nonsense","arguments":[]}""";
        await client.Send($"{call}\u001e{call}");
        try
        {
            await await Task.WhenAny(client.AnswerTo(id), client.Closed);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Neither answered nor closed {id}: {System.Text.Encoding.UTF8.GetString(frame)} / {client.Records.All[^1]}");
        }
    }

    /// <summary>How many refusals a connection has heard; fails on an answer without a code, and on one that says too much.</summary>
    private static async Task<int> Look(RawClient? client)
    {
        if (client is null)
        {
            return 0;
        }

        var refusals = 0;
        foreach (var record in client.Records.All)
        {
            BadCallTests.Leaks(record.ToString()).ShouldBeFalse(record.ToString());
            if (record.TryGetProperty("type", out var type) && type.GetInt32() == 3 && record.TryGetProperty("error", out _))
            {
                (RawClient.CodeOf(record) is not (null or "internal")).ShouldBeTrue(record.ToString());
                refusals++;
            }
        }

        await client.DisposeAsync();
        return refusals;
    }
}
