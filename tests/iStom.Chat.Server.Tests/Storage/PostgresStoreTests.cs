using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>What the seam promises to whoever writes through it.</summary>
public sealed class StoreTests(TestDatabase databases) : IAsyncLifetime
{
    private static readonly Instant Now = RunningServer.MondayNoon;
    private readonly Guid _stream = Guid.NewGuid();
    private readonly Listener _listener = new();
    private NpgsqlDataSource _database = null!;
    private PostgresStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = NpgsqlDataSource.Create(await databases.CreateDatabaseAsync());
        await Migration.ApplyAsync(_database, Cancellation);
        _store = new(_database, new([ClinicMapping.Instance]), [_listener]);
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Events_come_back_in_order_with_their_versions()
    {
        await AppendAsync(StreamVersion.None, Tag("a"), Tag("b"));
        await AppendAsync(2, Tag("c"));

        var events = await _store.OpenSession().ReadAsync(_stream, after: 1, limit: 10, Cancellation);

        events.Select(e => (e.Version, ((Tagged)e.Data).Tags[0], e.At)).ShouldBe([(2, "b", Now), (3, "c", Now)]);
    }

    [Theory]
    [InlineData(StreamVersion.None)]
    [InlineData(1)]
    public async Task Whoever_comes_second_with_the_same_expected_version_writes_nothing_at_all(long expected)
    {
        await AppendAsync(StreamVersion.None, Tag("a"), Tag("b"));
        var session = _store.OpenSession();
        session.Store(Clinic(), StreamVersion.None, 1);
        session.Append(_stream, "ticket", expected, [Tag("late")]);

        await Should.ThrowAsync<ConcurrencyConflictException>(() => session.CommitAsync(Cancellation));

        (await Scalar("select version from mt_streams")).ShouldBe(2L);
        (await Scalar("select count(*) from mt_events")).ShouldBe(2L);
        (await Scalar("select count(*) from mt_doc_clinic")).ShouldBe(0L);
        _listener.Heard.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Sixteen_writers_at_any_version_leave_no_gap()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            for (var i = 0; i < 5; i++)
            {
                await AppendAsync(StreamVersion.Any, Tag($"{writer}/{i}/1"), Tag($"{writer}/{i}/2"));
            }
        }));

        var events = await _store.OpenSession().ReadAsync(_stream, after: 0, limit: 1000, Cancellation);
        events.Select(e => e.Version).ShouldBe(Enumerable.Range(1, 160).Select(i => (long)i));
        (await Scalar("select version from mt_streams")).ShouldBe(160L);
        _listener.Heard.SelectMany(committed => committed.Events).Select(e => e.Version).Order().ShouldBe(events.Select(e => e.Version));
    }

    [Fact]
    public async Task The_same_event_id_again_is_refused_in_whatever_stream()
    {
        var once = Tag("a");
        await AppendAsync(StreamVersion.None, once);
        var session = _store.OpenSession();
        session.Append(Guid.NewGuid(), "ticket", StreamVersion.Any, [once]);

        await Should.ThrowAsync<ConcurrencyConflictException>(() => session.CommitAsync(Cancellation));

        (await session.FindEventAsync(once.Id, Cancellation))!.Stream.ShouldBe(_stream);
    }

    [Fact]
    public async Task A_document_is_stored_at_the_version_that_was_loaded_or_not_at_all()
    {
        var clinic = Clinic();
        await StoreAsync(clinic, StreamVersion.None, 1);
        await StoreAsync(clinic with { Name = "Вторая" }, 1, 2);

        await Should.ThrowAsync<ConcurrencyConflictException>(() => StoreAsync(clinic with { Name = "Опоздавшая" }, 1, 2));
        await Should.ThrowAsync<ConcurrencyConflictException>(() => StoreAsync(clinic, StreamVersion.None, 1));

        var loaded = await _store.OpenSession().LoadAsync<Clinic>(clinic.Id.Value, Cancellation);
        (loaded!.Version, loaded.Value.Name).ShouldBe((2, "Вторая"));
        loaded.Value.Tariff.Serves.ShouldBe(Tariff.Paid.Serves);
    }

    [Fact]
    public async Task Event_rows_have_what_Marten_expects_of_them()
    {
        await AppendAsync(StreamVersion.None, Tag("a"));

        (await Scalar("select type || '|' || mt_dotnet_type || '|' || tenant_id || '|' || is_archived from mt_events"))
            .ShouldBe("tagged|iStom.Chat.Domain.Tickets.Tagged, iStom.Chat.Domain|*DEFAULT*|false");
        (await Scalar("select type || '|' || version || '|' || tenant_id || '|' || is_archived from mt_streams")).ShouldBe("ticket|1|*DEFAULT*|false");
        (await Scalar("select data ->> 'At' from mt_events")).ShouldBe("2026-11-23T09:00:00.000000Z");
        (await Scalar("select timestamp = '2026-11-23T09:00:00Z' from mt_events")).ShouldBe(true);
    }

    [Fact]
    public async Task The_migration_can_run_again_and_by_several_at_once()
    {
        await AppendAsync(StreamVersion.None, Tag("a"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migration.ApplyAsync(_database, Cancellation)));

        (await Scalar("select count(*) from mt_events")).ShouldBe(1L);
    }

    private static Clinic Clinic() => new(new(Guid.NewGuid()), "Первая", Tariff.Paid);

    private static NewEvent Tag(string tag) => new(Guid.CreateVersion7(), Now, new Tagged([tag], Actor.Desk, Now));

    private async Task AppendAsync(long expected, params NewEvent[] events)
    {
        var session = _store.OpenSession();
        session.Append(_stream, "ticket", expected, events);
        await session.CommitAsync(Cancellation);
    }

    private async Task StoreAsync(Clinic clinic, long expected, long next)
    {
        var session = _store.OpenSession();
        session.Store(clinic, expected, next);
        await session.CommitAsync(Cancellation);
    }

    private async Task<object?> Scalar(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }

    private sealed class Listener : ICommitListener
    {
        public System.Collections.Concurrent.ConcurrentQueue<Committed> Heard { get; } = [];

        public void OnCommitted(Committed committed) => Heard.Enqueue(committed);
    }
}
