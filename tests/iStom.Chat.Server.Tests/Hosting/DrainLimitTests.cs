using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>A stop has an end.</summary>
public sealed class DrainLimitTests(TestDatabase databases) : DrainTest(databases, calls: "00:00:00.500")
{
    [Fact]
    public async Task A_call_that_does_not_finish_in_time_is_not_answered_and_does_not_hold_up_the_stop()
    {
        await using var visitor = await RawClient.VisitorAsync(Server);
        await using var held = await HoldWrites();
        await visitor.Send(Call);
        await SomebodyWaits();

        await Stop();

        await visitor.Closed;
        visitor.Records.All.ShouldNotContain(record => Answers(record));
        Server.Log.Entries.ShouldContain(entry => entry.Number == 304);
    }
}
