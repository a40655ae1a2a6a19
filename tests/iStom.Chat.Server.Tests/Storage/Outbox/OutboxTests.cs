using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Storage.Outbox;

/// <summary>Background work is done after its commit: at least once, and not silently never.</summary>
public sealed class OutboxTests(TestDatabase databases) : OutboxTest(databases)
{
    [Fact]
    public async Task A_message_is_handled_once_and_gone()
    {
        var id = await EnqueueAsync();
        var handler = new TestHandler();

        (await Worker(handler).RunOnceAsync("greet", Cancellation)).ShouldBe(1);
        (await Worker(handler).RunOnceAsync("greet", Cancellation)).ShouldBe(0);

        var delivery = handler.Handled.ShouldHaveSingleItem();
        (delivery.Id, delivery.Try, delivery.Read<Clinic>().Name).ShouldBe((id, 1, Secret));
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_waits_until_it_is_due()
    {
        await EnqueueAsync(due: Clock.GetCurrentInstant() + Duration.FromHours(1));
        var handler = new TestHandler();
        (await Worker(handler).RunOnceAsync("greet", Cancellation)).ShouldBe(0);

        Clock.Advance(Duration.FromHours(1));

        (await Worker(handler).RunOnceAsync("greet", Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_try_comes_again_later_and_can_succeed()
    {
        await EnqueueAsync();
        var worker = Worker(new TestHandler((delivery, _) => delivery.Try < 3 ? throw new InvalidOperationException("not yet") : Task.CompletedTask));
        await worker.RunOnceAsync("greet", Cancellation);
        (await worker.RunOnceAsync("greet", Cancellation)).ShouldBe(0);

        Clock.Advance(Duration.FromSeconds(76));
        (await worker.RunOnceAsync("greet", Cancellation)).ShouldBe(1);
        Clock.Advance(Duration.FromSeconds(89));
        (await worker.RunOnceAsync("greet", Cancellation)).ShouldBe(0);
        Clock.Advance(Duration.FromSeconds(62));
        (await worker.RunOnceAsync("greet", Cancellation)).ShouldBe(1);

        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task After_the_last_try_it_is_parked_with_its_reason_and_can_be_sent_again()
    {
        var id = await EnqueueAsync();
        var broken = true;
        var worker = Worker(new TestHandler((_, _) => broken ? throw new InvalidOperationException($"no such box: {Secret}") : Task.CompletedTask));
        for (var i = 0; i < 5; i++)
        {
            await worker.RunOnceAsync("greet", Cancellation);
            Clock.Advance(Duration.FromHours(3));
        }

        var parked = (await Queue.ParkedAsync(10, Cancellation)).ShouldHaveSingleItem();
        (parked.Id, parked.Kind, parked.Tries, parked.Reason).ShouldBe((id, "greet", 3, $"InvalidOperationException: no such box: {Secret}"));
        parked.At.ShouldBe(RunningServer.MondayNoon + Duration.FromHours(6));
        Log.Lines.Select(line => line.Id).ShouldBe([200, 200, 201]);
        Log.Lines.ShouldNotContain(line => line.Text.Contains(Secret, StringComparison.Ordinal));

        broken = false;
        (await Queue.ResendAsync(id, Clock.GetCurrentInstant(), Cancellation)).ShouldBeTrue();
        (await Queue.ResendAsync(id, Clock.GetCurrentInstant(), Cancellation)).ShouldBeFalse();
        await worker.RunOnceAsync("greet", Cancellation);
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_somebody_has_paused_waits_uncounted_for_as_long_as_that_takes_and_warns_of_nothing()
    {
        await EnqueueAsync();
        var isPaused = true;
        var handler = new TestHandler((_, _) => isPaused ? throw new PausedException() : Task.CompletedTask);
        for (var i = 0; i < 2 * Options.Tries; i++)
        {
            (await Worker(handler).RunOnceAsync("greet", Cancellation)).ShouldBe(1);
            (await Worker(handler).RunOnceAsync("greet", Cancellation)).ShouldBe(0);
            Clock.Advance(Duration.FromMinutes(1));
        }

        var waiting = (await Queue.WaitingAsync(["greet"], 10, Cancellation)).ShouldHaveSingleItem();
        (waiting.Tries, waiting.ParkedAt, waiting.Reason).ShouldBe((0, null, "PausedException: somebody"));
        Log.Lines.ShouldBeEmpty();

        isPaused = false;
        await Worker(handler).RunOnceAsync("greet", Cancellation);
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_try_that_takes_too_long_has_failed()
    {
        await EnqueueAsync();
        Options = Options with { TryLimit = TimeSpan.FromMilliseconds(50), Tries = 1 };

        await Worker(new TestHandler((_, cancellation) => Task.Delay(Timeout.InfiniteTimeSpan, Time, cancellation))).RunOnceAsync("greet", Cancellation);

        (await Queue.ParkedAsync(10, Cancellation)).ShouldHaveSingleItem().Reason.ShouldStartWith("TimeoutRejectedException");
    }

    [Fact]
    public async Task Health_says_what_is_stuck_and_what_is_parked()
    {
        var health = new OutboxHealth(Database, Clock);
        await EnqueueAsync(kind: "of-a-newer-server");
        (await Worker(new TestHandler()).RunOnceAsync("greet", Cancellation)).ShouldBe(0);
        (await health.ReadAsync(Cancellation)).ShouldBe(new(RunningServer.MondayNoon, Parked: 0));
        (await health.WarningsAsync(Cancellation)).ShouldBeEmpty();

        Clock.Advance(Duration.FromMinutes(11));
        await Queue.ParkAsync((await TakeAsync("of-a-newer-server"))[0] with { }, Clock.GetCurrentInstant(), "why", Cancellation);
        await EnqueueAsync(due: RunningServer.MondayNoon);

        (await health.WarningsAsync(Cancellation)).ShouldBe([
            "the outbox is stuck: a message is due since 2026-11-23T09:00:00Z", "the outbox has parked 1 messages after their last try"]);
    }

    private sealed class PausedException() : Exception("somebody"), IPostponing
    {
        public bool IsPostponed => true;
    }
}
