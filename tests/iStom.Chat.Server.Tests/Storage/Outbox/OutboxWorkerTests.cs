using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.TestSupport;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage.Outbox;

/// <summary>A message is one worker's at a time, however many there are and however they end.</summary>
public sealed class OutboxWorkerTests(TestDatabase databases) : OutboxTest(databases)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly TestDatabase _databases = databases;

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
            while (await Worker(handler).RunOnceAsync("greet", Cancellation) > 0)
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
        })).RunOnceAsync("greet", Cancellation);
        await begun.Task.WaitAsync(Limit, Cancellation);

        (await Worker(new TestHandler()).RunOnceAsync("greet", Cancellation)).ShouldBe(0);

        end.SetResult();
        (await slow).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_crashed_worker_had_comes_back_and_its_late_word_counts_for_nothing()
    {
        await EnqueueAsync();
        Options = Options with { Lease = TimeSpan.FromMilliseconds(100), TryLimit = TimeSpan.FromMilliseconds(50) };
        var lost = (await TakeAsync()).ShouldHaveSingleItem();

        var again = (await TakeUntilThereAsync()).ShouldHaveSingleItem();
        (again.Id, again.Try).ShouldBe((lost.Id, 2));
        await Queue.DoneAsync(lost, Cancellation);
        await Queue.ParkAsync(lost, Clock.GetCurrentInstant(), "late", Cancellation);
        (await CountAsync()).ShouldBe(1);
        (await Queue.ParkedAsync(10, Cancellation)).ShouldBeEmpty();

        await Queue.DoneAsync(again, Cancellation);
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_ends_its_worker_each_time_is_parked_too()
    {
        await EnqueueAsync();
        Options = Options with { Lease = TimeSpan.FromMilliseconds(20), TryLimit = TimeSpan.FromMilliseconds(10) };
        for (var i = 0; i < Options.Tries; i++)
        {
            await TakeUntilThereAsync();
        }

        var handler = new TestHandler();
        await Eventually.HoldsAsync(async () => await Worker(handler).RunOnceAsync("greet", Cancellation) > 0);

        handler.Handled.ShouldBeEmpty();
        (await Queue.ParkedAsync(10, Cancellation)).ShouldHaveSingleItem().Reason.ShouldStartWith("TimeoutException");
    }

    [Fact]
    public async Task A_worker_that_stops_gives_back_what_it_has()
    {
        await EnqueueAsync();
        using var stop = new CancellationTokenSource();
        var run = Worker(new TestHandler((_, cancellation) =>
        {
            stop.Cancel();
            return Task.Delay(Timeout.InfiniteTimeSpan, Time, cancellation);
        })).RunOnceAsync("greet", stop.Token);
        await run;

        var handler = new TestHandler();
        await Worker(handler).RunOnceAsync("greet", Cancellation);

        handler.Handled.ShouldHaveSingleItem().Try.ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_wakes_its_nodes_worker_and_a_lost_database_connection_does_not_end_it()
    {
        Options = Options with { Poll = TimeSpan.FromHours(1) };
        var handled = System.Threading.Channels.Channel.CreateUnbounded<Guid>();
        using var worker = Worker(new TestHandler((delivery, cancellation) => handled.Writer.WriteAsync(delivery.Id, cancellation).AsTask()));
        await worker.StartAsync(Cancellation);

        var first = await EnqueueAsync();
        (await handled.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Limit, Cancellation)).ShouldBe(first);
        await Eventually.HoldsAsync(async () => await CountAsync() == 0);
        await DisconnectAsync();
        var second = Guid.Empty;
        await Eventually.HoldsAsync(async () =>
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
    public async Task What_hangs_holds_back_nothing_of_another_kind()
    {
        var (hangs, end, handled) = (new TaskCompletionSource(), new TaskCompletionSource(), System.Threading.Channels.Channel.CreateUnbounded<Guid>());

        // Not even the limit of a try ends it.
        var stuck = new TestHandler((_, _) =>
        {
            hangs.SetResult();
            return end.Task;
        });
        using var worker = Worker(stuck, new TestHandler((delivery, cancellation) => handled.Writer.WriteAsync(delivery.Id, cancellation).AsTask()) { Kind = "ring" });
        await worker.StartAsync(Cancellation);

        await EnqueueAsync();
        await hangs.Task.WaitAsync(Limit, Cancellation);
        var other = await EnqueueAsync("ring");

        (await handled.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Limit, Cancellation)).ShouldBe(other);
        end.SetResult();
        await worker.StopAsync(Cancellation);
    }

    [Fact]
    public void Two_handlers_of_one_kind_and_a_lease_shorter_than_a_try_are_refused_at_the_start()
    {
        Should.Throw<ArgumentException>(() => Worker(new TestHandler(), new TestHandler()));
        Options = Options with { Lease = Options.TryLimit };
        Should.Throw<ArgumentException>(() => Worker(new TestHandler()));
    }

    private async Task<IReadOnlyList<OutboxDelivery>> TakeUntilThereAsync()
    {
        IReadOnlyList<OutboxDelivery> taken = [];
        await Eventually.HoldsAsync(async () => (taken = await TakeAsync()).Count > 0);
        return taken;
    }

    private async Task DisconnectAsync()
    {
        await using var administration = NpgsqlDataSource.Create(_databases.Postgres.AdministrationString);
        await using var command = administration.CreateCommand("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = new NpgsqlConnectionStringBuilder(Database.ConnectionString).Database! });
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
