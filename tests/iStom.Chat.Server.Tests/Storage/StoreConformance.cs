using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.TestSupport;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>What the seam promises to whoever writes through it. Every implementation derives its tests from this.</summary>
public abstract partial class StoreConformance(TestDatabase databases) : IAsyncLifetime
{
    protected static readonly Instant Now = RunningServer.MondayNoon;
    private readonly Guid _stream = Guid.NewGuid();
    private readonly Listener _listener = new();
    private NpgsqlDataSource _database = null!;
    private IStore _store = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var connectionString = await databases.CreateMigratedAsync();
        _database = NpgsqlDataSource.Create(connectionString);
        _store = await CreateAsync(connectionString, _database, new([ClinicMapping.Instance]), [_listener]);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _database.DisposeAsync();
        await databases.DropAsync(_database.ConnectionString);
    }

    [Fact]
    public async Task Events_come_back_in_order_with_their_versions()
    {
        await AppendAsync(StreamVersion.None, Tag("a"), Tag("b"));
        await AppendAsync(2, Tag("c"));

        var events = await _store.OpenSession().ReadAsync(_stream, after: 1, limit: 10, Cancellation);

        events.Select(e => (e.Version, ((Tagged)e.Data).Tags[0], e.At)).ShouldBe([(2, "b", Now), (3, "c", Now)]);
        (await _store.OpenSession().ReadAsync(_stream, after: 0, limit: 2, Cancellation)).Select(e => e.Version).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Every_type_of_event_comes_back_as_it_was_meant()
    {
        object[] samples = [.. EventSamples.All];
        await AppendAsync(StreamVersion.None, [.. samples.Select(sample => new NewEvent(Guid.CreateVersion7(), Now, sample))]);

        var events = await _store.OpenSession().ReadAsync(_stream, after: 0, limit: 1000, Cancellation);

        events.Select(e => Described.Of(e.Data)).ShouldBe(samples.Select(Described.Of));
    }

    [Theory]
    [InlineData(StreamVersion.None)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Whoever_expects_another_version_writes_nothing_at_all(long expected)
    {
        await AppendAsync(StreamVersion.None, Tag("a"), Tag("b"));
        var session = _store.OpenSession();
        session.Store(Clinic(), StreamVersion.None, 1);
        session.Enqueue(Message());
        session.Append(_stream, "ticket", expected, [Tag("late")]);

        await Should.ThrowAsync<ConcurrencyConflictException>(() => session.CommitAsync(Cancellation));

        (await VersionAsync()).ShouldBe(2L);
        (await Scalar("select count(*) from mt_events")).ShouldBe(2L);
        (await Scalar("select count(*) from mt_doc_clinic")).ShouldBe(0L);
        (await Scalar("select count(*) from istom_outbox")).ShouldBe(0L);
        _listener.Heard.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_that_is_not_there_cannot_be_continued()
    {
        await Should.ThrowAsync<ConcurrencyConflictException>(() => AppendAsync(expected: 1, Tag("a")));
        (await Scalar("select count(*) from mt_events")).ShouldBe(0L);
    }

    [Fact]
    public void An_append_of_nothing_is_a_bug() =>
        Should.Throw<ArgumentOutOfRangeException>(() => _store.OpenSession().Append(_stream, "ticket", StreamVersion.Any, []));

    [Fact]
    public async Task A_session_without_writes_commits_nothing_and_tells_nobody()
    {
        (await _store.OpenSession().CommitAsync(Cancellation)).Events.ShouldBeEmpty();
        _listener.Heard.ShouldBeEmpty();
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

        await ShouldBeWithoutGap(160);
    }

    [Fact]
    public async Task Sixteen_writers_at_an_expected_version_leave_no_gap_either()
    {
        await AppendAsync(StreamVersion.None, Tag("first"));
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            for (var written = 0; written < 5;)
            {
                var last = (long)(await VersionAsync())!;
                try
                {
                    await AppendAsync(last, Tag("next"));
                    written++;
                }
                catch (ConcurrencyConflictException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        }));

        await ShouldBeWithoutGap(81);
        refused.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Of_sixteen_who_begin_a_stream_at_once_one_does()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            try
            {
                await AppendAsync(StreamVersion.None, Tag($"{i}"));
                return true;
            }
            catch (ConcurrencyConflictException)
            {
                return false;
            }
        }));

        outcomes.Count(won => won).ShouldBe(1);
        await ShouldBeWithoutGap(1);
    }

    [Fact]
    public async Task The_same_event_id_again_is_refused_and_leads_to_the_first_result()
    {
        var once = Tag("a") with { Id = NameBasedId.Of(_stream, Guid.NewGuid()) };
        await AppendAsync(StreamVersion.Any, once);

        await Should.ThrowAsync<ConcurrencyConflictException>(() => AppendAsync(StreamVersion.Any, Tag("b"), once));
        await Should.ThrowAsync<ConcurrencyConflictException>(() => AppendAsync(expected: 1, once));

        var first = (await _store.OpenSession().FindEventAsync(once.Id, Cancellation))!;
        (first.Stream, first.Version, first.At).ShouldBe((_stream, 1, Now));
        await ShouldBeWithoutGap(1);
    }

    [Fact]
    public async Task A_foreign_client_id_collides_with_nothing_and_tells_nothing()
    {
        var (client, other) = (Guid.NewGuid(), Guid.NewGuid());
        await AppendAsync(StreamVersion.None, Tag("secret") with { Id = NameBasedId.Of(_stream, client) });
        var session = _store.OpenSession();

        (await session.FindEventAsync(NameBasedId.Of(other, client), Cancellation)).ShouldBeNull();
        session.Append(other, "ticket", StreamVersion.None, [Tag("mine") with { Id = NameBasedId.Of(other, client) }]);
        await session.CommitAsync(Cancellation);

        (await session.FindEventAsync(NameBasedId.Of(other, client), Cancellation))!.Stream.ShouldBe(other);
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
        loaded.Value.Tariff!.Serves.ShouldBe(Tariff.Paid.Serves);
    }

    [Fact]
    public async Task Of_sixteen_who_store_a_document_at_once_one_does()
    {
        var clinic = Clinic();
        await StoreAsync(clinic, StreamVersion.None, 1);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            StoreAsync(clinic with { Name = $"{i}" }, 1, 2).ContinueWith(task => task.IsCompletedSuccessfully, TaskScheduler.Default)));

        outcomes.Count(won => won).ShouldBe(1);
    }

    [Fact]
    public async Task A_document_is_deleted_at_the_version_that_was_loaded_or_not_at_all()
    {
        var clinic = Clinic();
        await StoreAsync(clinic, StreamVersion.None, 1);
        await Should.ThrowAsync<ConcurrencyConflictException>(() => DeleteAsync(clinic, expected: 2));
        (await _store.OpenSession().LoadAsync<Clinic>(clinic.Id.Value, Cancellation)).ShouldNotBeNull();

        await DeleteAsync(clinic, expected: 1);

        (await _store.OpenSession().LoadAsync<Clinic>(clinic.Id.Value, Cancellation)).ShouldBeNull();
        await Should.ThrowAsync<ConcurrencyConflictException>(() => DeleteAsync(clinic, expected: 1));
        await DeleteAsync(clinic, StreamVersion.Any);
    }

    /// <summary>The implementation under test, on a migrated database.</summary>
    protected abstract Task<IStore> CreateAsync(string connectionString, NpgsqlDataSource database, DocumentMappings mappings, ICommitListener[] listeners);

    protected static NewEvent Tag(string tag) => new(Guid.CreateVersion7(), Now, new Tagged([tag], Actor.Desk, Now));

    protected async Task AppendAsync(long expected, params NewEvent[] events)
    {
        var session = _store.OpenSession();
        session.Append(_stream, "ticket", expected, events);
        await session.CommitAsync(Cancellation);
    }

    protected async Task<object?> Scalar(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }

    /// <summary>Of the test's own stream: a writer may have a stream for its bookkeeping.</summary>
    private Task<object?> VersionAsync() => Scalar($"select version from mt_streams where id = '{_stream}'");

    private static Clinic Clinic() => new(new(Guid.NewGuid()), "Первая", Tariff.Paid);

    private static OutboxMessage Message() => new(Guid.NewGuid(), "greet", Clinic(), Now, Subject: Guid.NewGuid());

    private async Task ShouldBeWithoutGap(int count)
    {
        var events = await _store.OpenSession().ReadAsync(_stream, after: 0, limit: 1000, Cancellation);
        events.Select(e => e.Version).ShouldBe(Enumerable.Range(1, count).Select(i => (long)i));
        (await VersionAsync()).ShouldBe((long)count);
        _listener.Heard.SelectMany(committed => committed.Events).Select(e => e.Version).Order().ShouldBe(events.Select(e => e.Version));
    }

    private async Task StoreAsync(Clinic clinic, long expected, long next)
    {
        var session = _store.OpenSession();
        session.Store(clinic, expected, next);
        await session.CommitAsync(Cancellation);
    }

    private async Task DeleteAsync(Clinic clinic, long expected)
    {
        var session = _store.OpenSession();
        session.Delete<Clinic>(clinic.Id.Value, expected);
        await session.CommitAsync(Cancellation);
    }
}
