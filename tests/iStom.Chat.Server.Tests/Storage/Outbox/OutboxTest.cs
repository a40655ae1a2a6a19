using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.TestSupport;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage.Outbox;

/// <summary>A test with an outbox of its own, and a clock that stands still.</summary>
public abstract class OutboxTest(TestDatabase databases) : IAsyncLifetime
{
    protected const string Secret = "secret@example.org";
    private readonly OutboxSignal _signal = new();
    private PostgresStore _store = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected FakeClock Clock { get; } = new(RunningServer.MondayNoon);

    protected WallClock Time { get; } = new();

    private protected TestLog<OutboxWorker> Log { get; } = new();

    protected NpgsqlDataSource Database { get; private set; } = null!;

    private protected OutboxQueue Queue { get; private set; } = null!;

    private protected OutboxOptions Options { get; set; } = new() { Tries = 3, FirstDelay = TimeSpan.FromMinutes(1) };

    public async ValueTask InitializeAsync()
    {
        Database = NpgsqlDataSource.Create(await databases.CreateMigratedAsync());
        _store = new(Database, Database, new([ClinicMapping.Instance]), [_signal]);
        Queue = new(Database);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Database.DisposeAsync();
        await databases.DropAsync(Database.ConnectionString);
    }

    protected OutboxWorker Worker(params IOutboxHandler[] handlers) => new(Queue, _signal, handlers, Options, Clock, Time, Log);

    protected async Task<Guid> EnqueueAsync(string kind = "greet", Instant? due = null)
    {
        var message = new OutboxMessage(Guid.NewGuid(), kind, new Clinic(new(Guid.NewGuid()), Secret, Tariff.Paid), due ?? Clock.GetCurrentInstant(), Subject: null);
        var session = _store.OpenSession();
        session.Enqueue(message);
        await session.CommitAsync(Cancellation);
        return message.Id;
    }

    protected Task<IReadOnlyList<OutboxDelivery>> TakeAsync(string kind = "greet") =>
        Queue.TakeAsync([kind], Options, Clock.GetCurrentInstant(), Cancellation);

    protected async Task<long> CountAsync()
    {
        await using var command = Database.CreateCommand("select count(*) from istom_outbox");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
