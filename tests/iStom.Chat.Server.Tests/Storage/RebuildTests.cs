using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Tests.Privacy;
using iStom.Chat.TestSupport;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>The comparison sees each kind of difference, and the rewriting mends what can be mended.</summary>
public sealed class RebuildTests(TestDatabase databases) : IAsyncLifetime
{
    private static readonly DocumentMappings Mappings = new(FeatureRegistration.Documents);
    private readonly Erasable _visitor = Erasable.New("вопрос");
    private NpgsqlDataSource _database = null!;

    /// <summary>The kinds of what staff keep; an account's rights are part of the account, which holds secrets and is in no event.</summary>
    public static TheoryData<string> Kept => [.. EventSamples.Changes.Where(change => change is not AgentRightsChanged).Select(KindOf)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Rebuild Rebuild => new(_database, Mappings);

    public async ValueTask InitializeAsync()
    {
        _database = NpgsqlDataSource.Create(await databases.CreateMigratedAsync());
        await _visitor.StoreAsync(new PostgresStore(_database, _database, Mappings, []));
        await Erasable.New("другой").StoreAsync(new PostgresStore(_database, _database, Mappings, []));
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task What_the_session_writes_is_what_the_events_say() => (await Rebuild.CompareAsync(Cancellation)).ShouldBeEmpty();

    [Theory]
    [InlineData("update mt_doc_ticket set data = jsonb_set(data, '{Subject}', '\"x\"') where id = $1", "data")]
    [InlineData("update mt_doc_ticket set data = data - 'Tags' where id = $1", "data")]
    [InlineData("update mt_doc_ticket set status = 'Waiting' where id = $1", "status")]
    [InlineData("update mt_doc_ticket set assignee = gen_random_uuid() where id = $1", "assignee")]
    [InlineData("update mt_doc_ticket set due = now() where id = $1", "due")]
    [InlineData("update mt_doc_ticket set mt_version = 3 where id = $1", "mt_version")]
    [InlineData("delete from mt_doc_ticket where id = $1", "missing")]
    public async Task A_snapshot_that_differs_is_told_and_written_anew(string damage, string what)
    {
        await ExecuteAsync(damage);
        var told = new Difference("ticket", _visitor.Ticket.Value, what);

        (await Rebuild.CompareAsync(Cancellation)).ShouldBe([told]);
        (await Rebuild.RewriteAsync(Cancellation)).ShouldBe([told]);

        (await Rebuild.CompareAsync(Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("update mt_streams set version = version + 1 where id = $1", "stream")]
    [InlineData("delete from mt_events where stream_id = $1 and version = 6", "stream")]
    [InlineData("delete from mt_streams where id = $1", "orphan")]
    public async Task What_no_snapshot_can_mend_is_told_and_left(string damage, string what)
    {
        await ExecuteAsync(damage);
        var told = new Difference("ticket", _visitor.Ticket.Value, what);

        (await Rebuild.RewriteAsync(Cancellation)).ShouldBe([told]);

        (await Rebuild.CompareAsync(Cancellation)).ShouldBe([told]);
    }

    [Fact]
    public async Task A_rewritten_snapshot_can_be_decided_on()
    {
        await ExecuteAsync("delete from mt_doc_ticket where id = $1");
        await Rebuild.RewriteAsync(Cancellation);
        var session = new PostgresStore(_database, _database, Mappings, []).OpenSession();

        var ticket = await session.LoadAsync<Ticket>(_visitor.Ticket.Value, Cancellation);
        session.Append(_visitor.Ticket.Value, ticket, [new TicketReopened(Domain.Actor.Desk, RunningServer.MondayNoon)]);
        await session.CommitAsync(Cancellation);

        (await Rebuild.CompareAsync(Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Whatever_staff_keep_is_compared(string kind)
    {
        var change = EventSamples.Changes.Single(change => KindOf(change) == kind);
        var session = new PostgresStore(_database, _database, Mappings, []).OpenSession();
        ChangeSession.Change(session, (dynamic)change, StreamVersion.None);
        await session.CommitAsync(Cancellation);
        (await Rebuild.CompareAsync(Cancellation)).ShouldBeEmpty();
        await ExecuteAsync($"delete from mt_doc_{kind.Replace("_", "", StringComparison.Ordinal)} where id = $1", change.Kept.Key);

        (await Rebuild.RewriteAsync(Cancellation)).ShouldContain(new Difference(kind, change.Kept.Key, "missing"));

        (await Rebuild.CompareAsync(Cancellation)).ShouldBeEmpty();
    }

    private static string KindOf(IChange change) => Projections.KindNamed(change.Kept.GetType().Name);

    private async Task ExecuteAsync(string sql, Guid? id = null)
    {
        await using var command = _database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id ?? _visitor.Ticket.Value });
        (await command.ExecuteNonQueryAsync(Cancellation)).ShouldBe(1);
    }
}
