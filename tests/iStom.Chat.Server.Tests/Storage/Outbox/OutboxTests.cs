using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage.Outbox;

/// <summary>Background work is done after its commit: at least once, by one worker at a time, and not silently never.</summary>
public sealed class OutboxTests(TestDatabase databases) : IAsyncLifetime
{
    private const string Secret = "secret@example.org";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly FakeClock _clock = new(RunningServer.MondayNoon);
    private readonly WallClock _time = new();
    private readonly OutboxSignal _signal = new();
    private readonly TestLog<OutboxWorker> _log = new();
    private NpgsqlDataSource _database = null!;
    private PostgresStore _store = null!;
    private OutboxQueue _queue = null!;
    private OutboxOptions _options = new() { Tries = 3, FirstDelay = TimeSpan.FromMinutes(1) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = NpgsqlDataSource.Create(await databases.CreateMigratedAsync());
        _store = new(_database, new([ClinicMapping.Instance]), [_signal]);
        _queue = new(_database);
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_message_is_handled_once_and_gone()
    {
        var id = await EnqueueAsync();
        var handler = new TestHandler();

        (await Worker(handler).RunOnceAsync(Cancellation)).ShouldBe(1);
        (await Worker(handler).RunOnceAsync(Cancellation)).ShouldBe(0);

        var delivery = handler.Handled.ShouldHaveSingleItem();
        (delivery.Id, delivery.Try, delivery.Read<Clinic>().Name).ShouldBe((id, 1, Secret));
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_waits_until_it_is_due()
    {
        await EnqueueAsync(due: _clock.GetCurrentInstant() + Duration.FromHours(1));
        var handler = new TestHandler();
        (await Worker(handler).RunOnceAsync(Cancellation)).ShouldBe(0);

        _clock.Advance(Duration.FromHours(1));

        (await Worker(handler).RunOnceAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_try_comes_again_later_and_can_succeed()
    {
        await EnqueueAsync();
        var worker = Worker(new TestHandler((delivery, _) => delivery.Try < 3 ? throw new InvalidOperationException("not yet") : Task.CompletedTask));
        await worker.RunOnceAsync(Cancellation);
        (await worker.RunOnceAsync(Cancellation)).ShouldBe(0);

        _clock.Advance(Duration.FromSeconds(76));
        (await worker.RunOnceAsync(Cancellation)).ShouldBe(1);
        _clock.Advance(Duration.FromSeconds(89));
        (await worker.RunOnceAsync(Cancellation)).ShouldBe(0);
        _clock.Advance(Duration.FromSeconds(62));
        (await worker.RunOnceAsync(Cancellation)).ShouldBe(1);

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
            await worker.RunOnceAsync(Cancellation);
            _clock.Advance(Duration.FromHours(3));
        }

        var parked = (await _queue.ParkedAsync(10, Cancellation)).ShouldHaveSingleItem();
        (parked.Id, parked.Kind, parked.Tries, parked.Reason).ShouldBe((id, "greet", 3, $"InvalidOperationException: no such box: {Secret}"));
        parked.At.ShouldBe(RunningServer.MondayNoon + Duration.FromHours(6));
        _log.Lines.Select(line => line.Id).ShouldBe([200, 200, 201]);
        _log.Lines.ShouldNotContain(line => line.Text.Contains(Secret, StringComparison.Ordinal));

        broken = false;
        (await _queue.ResendAsync(id, _clock.GetCurrentInstant(), Cancellation)).ShouldBeTrue();
        (await _queue.ResendAsync(id, _clock.GetCurrentInstant(), Cancellation)).ShouldBeFalse();
        await worker.RunOnceAsync(Cancellation);
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Many_workers_share_the_work_and_never_a_message()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 100; i++)
        {
            ids.Add(await EnqueueAsync());
        }

        var handler = new TestHandler();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            while (await Worker(handler).RunOnceAsync(Cancellation) > 0)
            {
            }
        }));

        handler.Handled.Select(delivery => delivery.Id).ShouldBe(ids, ignoreOrder: true);
        handler.Overlaps.ShouldBe(0);
    }

    [Fact]
    public async Task What_one_worker_has_nobody_else_takes()
    {
        await EnqueueAsync();
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = Worker(new TestHandler(async (_, _) =>
        {
            begun.SetResult();
            await end.Task;
        })).RunOnceAsync(Cancellation);
        await begun.Task.WaitAsync(Limit, Cancellation);

        (await Worker(new TestHandler()).RunOnceAsync(Cancellation)).ShouldBe(0);

        end.SetResult();
        (await slow).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_crashed_worker_had_comes_back_and_its_late_word_counts_for_nothing()
    {
        await EnqueueAsync();
        _options = _options with { Lease = TimeSpan.FromMilliseconds(100), TryLimit = TimeSpan.FromMilliseconds(50) };
        var lost = (await TakeAsync()).ShouldHaveSingleItem();

        var again = (await TakeUntilThereAsync()).ShouldHaveSingleItem();
        (again.Id, again.Try).ShouldBe((lost.Id, 2));
        await _queue.DoneAsync(lost, Cancellation);
        await _queue.ParkAsync(lost, _clock.GetCurrentInstant(), "late", Cancellation);
        (await CountAsync()).ShouldBe(1);
        (await _queue.ParkedAsync(10, Cancellation)).ShouldBeEmpty();

        await _queue.DoneAsync(again, Cancellation);
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_ends_its_worker_each_time_is_parked_too()
    {
        await EnqueueAsync();
        _options = _options with { Lease = TimeSpan.FromMilliseconds(20), TryLimit = TimeSpan.FromMilliseconds(10) };
        for (var i = 0; i < _options.Tries; i++)
        {
            await TakeUntilThereAsync();
        }

        var handler = new TestHandler();
        await UntilAsync(async () => await Worker(handler).RunOnceAsync(Cancellation) > 0);

        handler.Handled.ShouldBeEmpty();
        (await _queue.ParkedAsync(10, Cancellation)).ShouldHaveSingleItem().Reason.ShouldStartWith("TimeoutException");
    }

    [Fact]
    public async Task A_try_that_takes_too_long_has_failed()
    {
        await EnqueueAsync();
        _options = _options with { TryLimit = TimeSpan.FromMilliseconds(50), Tries = 1 };

        await Worker(new TestHandler((_, cancellation) => Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellation))).RunOnceAsync(Cancellation);

        (await _queue.ParkedAsync(10, Cancellation)).ShouldHaveSingleItem().Reason.ShouldStartWith("TimeoutRejectedException");
    }

    [Fact]
    public async Task A_worker_that_stops_gives_back_what_it_has()
    {
        await EnqueueAsync();
        using var stop = new CancellationTokenSource();
        var run = Worker(new TestHandler((_, cancellation) =>
        {
            stop.Cancel();
            return Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellation);
        })).RunOnceAsync(stop.Token);
        await run;

        var handler = new TestHandler();
        await Worker(handler).RunOnceAsync(Cancellation);

        handler.Handled.ShouldHaveSingleItem().Try.ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_wakes_its_nodes_worker_and_a_lost_database_connection_does_not_end_it()
    {
        _options = _options with { Poll = TimeSpan.FromHours(1) };
        var handled = System.Threading.Channels.Channel.CreateUnbounded<Guid>();
        using var worker = Worker(new TestHandler((delivery, cancellation) => handled.Writer.WriteAsync(delivery.Id, cancellation).AsTask()));
        await worker.StartAsync(Cancellation);

        var first = await EnqueueAsync();
        (await handled.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Limit, Cancellation)).ShouldBe(first);
        await UntilAsync(async () => await CountAsync() == 0);
        await DisconnectAsync();
        var second = Guid.Empty;
        await UntilAsync(async () =>
        {
            try
            {
                second = await EnqueueAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });

        (await handled.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Limit, Cancellation)).ShouldBe(second);
        await worker.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Health_says_what_is_stuck_and_what_is_parked()
    {
        var health = new OutboxHealth(_database, _clock);
        await EnqueueAsync(kind: "of-a-newer-server");
        (await Worker(new TestHandler()).RunOnceAsync(Cancellation)).ShouldBe(0);
        (await health.ReadAsync(Cancellation)).ShouldBe(new(RunningServer.MondayNoon, Parked: 0));
        (await health.WarningsAsync(Cancellation)).ShouldBeEmpty();

        _clock.Advance(Duration.FromMinutes(11));
        await _queue.ParkAsync((await TakeAsync("of-a-newer-server"))[0] with { }, _clock.GetCurrentInstant(), "why", Cancellation);
        await EnqueueAsync(due: RunningServer.MondayNoon);

        (await health.WarningsAsync(Cancellation)).ShouldBe([
            "the outbox is stuck: a message is due since 2026-11-23T09:00:00Z", "the outbox has parked 1 messages after their last try"]);
    }

    [Fact]
    public void Two_handlers_of_one_kind_and_a_lease_shorter_than_a_try_are_refused_at_the_start()
    {
        Should.Throw<ArgumentException>(() => Worker(new TestHandler(), new TestHandler()));
        _options = _options with { Lease = _options.TryLimit };
        Should.Throw<ArgumentException>(() => Worker(new TestHandler()));
    }

    private OutboxWorker Worker(params IOutboxHandler[] handlers) => new(_queue, _signal, handlers, _options, _clock, _time, _log);

    private async Task<Guid> EnqueueAsync(string kind = "greet", Instant? due = null)
    {
        var message = new OutboxMessage(Guid.NewGuid(), kind, new Clinic(new(Guid.NewGuid()), Secret, Tariff.Paid), due ?? _clock.GetCurrentInstant(), Subject: null);
        var session = _store.OpenSession();
        session.Enqueue(message);
        await session.CommitAsync(Cancellation);
        return message.Id;
    }

    private Task<IReadOnlyList<OutboxDelivery>> TakeAsync(string kind = "greet") =>
        _queue.TakeAsync([kind], _options, _clock.GetCurrentInstant(), Cancellation);

    private async Task<IReadOnlyList<OutboxDelivery>> TakeUntilThereAsync()
    {
        IReadOnlyList<OutboxDelivery> taken = [];
        await UntilAsync(async () => (taken = await TakeAsync()).Count > 0);
        return taken;
    }

    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Limit, _time);
        while (!await condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(5), _time, Cancellation);
        }
    }

    private async Task DisconnectAsync()
    {
        await using var administration = NpgsqlDataSource.Create(databases.Postgres.AdministrationString);
        await using var command = administration.CreateCommand("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = new NpgsqlConnectionStringBuilder(_database.ConnectionString).Database! });
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<long> CountAsync()
    {
        await using var command = _database.CreateCommand("select count(*) from istom_outbox");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
