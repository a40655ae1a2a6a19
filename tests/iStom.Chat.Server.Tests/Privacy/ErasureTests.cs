using System.Text.RegularExpressions;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Integrations;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Privacy;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.Server.Tickets;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.Options;
using Npgsql;

namespace iStom.Chat.Server.Tests.Privacy;

/// <summary>A person erased leaves nothing in the database, and nothing else is lost by it.</summary>
public sealed class ErasureTests(TestDatabase databases) : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.Of(new AgentId(Guid.NewGuid()));
    internal static readonly DocumentMappings Mappings = new(FeatureRegistration.Documents);
    private readonly Erasable _visitor = Erasable.New("канарейка");
    private readonly Erasable _other = Erasable.New("воробей");
    private readonly string _folder = TestFolder.New();
    private NpgsqlDataSource _database = null!;
    private PostgresStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private VisitorErasure Erasure => new(_store, new(_database, Options.Create(new AttachmentOptions())), _database);

    private ErasureLedger Ledger => new(Path.Combine(_folder, "erasures.txt"), new WallClock());

    public async ValueTask InitializeAsync() => await UseAsync(await databases.CreateMigratedAsync());

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Nothing_of_the_visitor_is_left_in_the_whole_database()
    {
        await _visitor.StoreAsync(_store);
        await _other.StoreAsync(_store);
        var (before, others) = (await DumpAsync(), Hits(await DumpAsync(), _other.Canary));
        Hits(before, _visitor.Canary).ShouldBeGreaterThan(PersonalDataCount());

        (await EraseAsync()).ShouldBeTrue();

        var after = await DumpAsync();
        Hits(after, _visitor.Canary).ShouldBe(0);
        Hits(after, _other.Canary).ShouldBe(others);
        Hits(after, "Сотрудник 1").ShouldBe(Hits(before, "Сотрудник 1"));
    }

    [Fact]
    public async Task Streams_fold_sequences_stay_and_snapshots_are_what_the_events_say()
    {
        await _visitor.StoreAsync(_store);
        var before = await EventsAsync();

        await EraseAsync();

        (await new Rebuild(_database, Mappings).CompareAsync(Cancellation)).ShouldBeEmpty();
        var after = await EventsAsync();
        after.Where(e => e.Data is not (ConversationErased or TicketErased)).Select(e => (e.Id, e.Stream, e.Version, e.At, e.Data.GetType()))
            .ShouldBe(before.Select(e => (e.Id, e.Stream, e.Version, e.At, e.Data.GetType())));
        after.Count.ShouldBe(before.Count + 2);
        (await _store.OpenSession().LoadAsync<Ticket>(_visitor.Ticket.Value, Cancellation))!.Value.Subject.ShouldBe(PersonalDataAttribute.Erased);
    }

    [Fact]
    public async Task Again_it_changes_nothing_and_what_was_written_since_goes_too()
    {
        await _visitor.StoreAsync(_store);
        await EraseAsync();
        var erased = await DumpAsync();
        (await EraseAsync()).ShouldBeFalse();
        (await DumpAsync()).ShouldBe(erased);

        await WriteAsync(await LoadAsync());
        (await EraseAsync()).ShouldBeTrue();

        Hits(await DumpAsync(), _visitor.Canary).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_decided_before_cannot_bring_a_text_back()
    {
        await _visitor.StoreAsync(_store);
        var session = _store.OpenSession();
        var ticket = await session.LoadAsync<Ticket>(_visitor.Ticket.Value, Cancellation);

        await EraseAsync();

        session.Append(_visitor.Ticket.Value, ticket, [new Tagged(["касса"], Actor.Desk, RunningServer.MondayNoon)]);
        await Should.ThrowAsync<ConcurrencyConflictException>(() => session.CommitAsync(Cancellation));
        Hits(await DumpAsync(), _visitor.Canary).ShouldBe(0);
    }

    [Fact]
    public async Task Of_a_failed_erasure_nothing_is_half_done_and_the_replay_completes_it()
    {
        await _visitor.StoreAsync(_store);
        var before = await DumpAsync();
        await ExecuteAsync(
            """
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
            create trigger refuse before delete on istom_outbox for each row execute function refuse();
            """);
        await Ledger.AppendAsync(new(RunningServer.MondayNoon, _visitor.Visitor, new(Guid.NewGuid())), Cancellation);
        await Should.ThrowAsync<PostgresException>(EraseAsync);
        (await DumpAsync()).ShouldBe(before);

        await ExecuteAsync("drop trigger refuse on istom_outbox");
        (await ReplayAsync()).ShouldBe((1, 1));

        Hits(await DumpAsync(), _visitor.Canary).ShouldBe(0);
    }

    [Fact]
    public async Task What_a_restore_brings_back_the_replay_erases_again()
    {
        var template = $"backup-{Guid.NewGuid():N}";
        Task<string> RestoreAsync() => databases.CreateDatabaseAsync(template, async connectionString =>
        {
            await using var backup = NpgsqlDataSource.Create(connectionString);
            await Migration.ApplyAsync(backup, Cancellation);
            await _visitor.StoreAsync(new PostgresStore(backup, backup, Mappings, []));
            await _other.StoreAsync(new PostgresStore(backup, backup, Mappings, []));
        });
        await UseAsync(await RestoreAsync());
        await Ledger.AppendAsync(new(RunningServer.MondayNoon, _visitor.Visitor, new(Guid.NewGuid())), Cancellation);
        await Ledger.AppendAsync(new(RunningServer.MondayNoon, new(Guid.NewGuid()), new(Guid.NewGuid())), Cancellation);
        await EraseAsync();

        await UseAsync(await RestoreAsync());
        Hits(await DumpAsync(), _visitor.Canary).ShouldBeGreaterThan(0);
        (await ReplayAsync()).ShouldBe((2, 1));

        Hits(await DumpAsync(), _visitor.Canary).ShouldBe(0);
        Hits(await DumpAsync(), _other.Canary).ShouldBeGreaterThan(0);
        (await ReplayAsync()).ShouldBe((2, 0));
    }

    [Fact]
    public async Task Many_erased_visitors_have_keys_that_are_void_and_do_not_collide()
    {
        await _visitor.StoreAsync(_store);
        await _other.StoreAsync(_store);

        await EraseAsync();
        await Erasure.EraseAsync(_other.Visitor, Administrator, RunningServer.MondayNoon, Cancellation);

        Hits(await DumpAsync(), _other.Canary).ShouldBe(0);
        (await new Accounts(_database, new FakeClock(RunningServer.MondayNoon)).FindVisitorAsync("any", Cancellation)).ShouldBeNull();
    }

    private static int Hits(string text, string what) => Regex.Count(text, Regex.Escape(what));

    private static int PersonalDataCount() => EventTypes.All().Where(type => !type.IsAssignableTo(typeof(IChange))).Sum(type => PersonalData.PathsIn(type).Count);

    private Task<bool> EraseAsync() => Erasure.EraseAsync(_visitor.Visitor, Administrator, RunningServer.MondayNoon, Cancellation);

    private Task<(int Named, int ErasedAgain)> ReplayAsync() =>
        new ErasureReplay(Ledger, Erasure, new FakeClock(RunningServer.MondayNoon)).ReplayAsync(Cancellation);

    private Task<string> DumpAsync() => DatabaseText.DumpAsync(_database, Cancellation);

    private async Task<IReadOnlyList<StoredEvent>> EventsAsync() =>
    [
        .. await _store.OpenSession().ReadAsync(_visitor.Conversation.Value, after: 0, limit: 1000, Cancellation),
        .. await _store.OpenSession().ReadAsync(_visitor.Ticket.Value, after: 0, limit: 1000, Cancellation),
    ];

    private Task<Versioned<Conversation>?> LoadAsync() => _store.OpenSession().LoadAsync<Conversation>(_visitor.Conversation.Value, Cancellation);

    private async Task WriteAsync(Versioned<Conversation>? before)
    {
        var session = _store.OpenSession();
        session.Append(_visitor.Conversation.Value, before, [new VisitorWrote(new(Guid.NewGuid()), _visitor.Ticket, _visitor.Canary, ReplyTo: null, RunningServer.MondayNoon)]);
        await session.CommitAsync(Cancellation);
    }

    private async Task UseAsync(string connectionString)
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _database = NpgsqlDataSource.Create(connectionString);
        _store = new(_database, _database, Mappings, []);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
