using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>What holds for those who decide on what they remember, and for those who commit at the same moment.</summary>
public abstract partial class StoreConformance
{
    [Fact]
    public async Task Nothing_is_committed_on_what_is_remembered_and_no_longer_so()
    {
        var clinic = Clinic();
        await StoreAsync(clinic, StreamVersion.None, 1);
        (await RecallAsync(_store.OpenSession(), clinic))!.Version.ShouldBe(1);
        await StoreAsync(clinic with { Name = "Вторая" }, 1, 2);

        var late = _store.OpenSession();
        if ((await RecallAsync(late, clinic))!.Version == 1)
        {
            await Should.ThrowAsync<ConcurrencyConflictException>(() => CommitTagAsync(late));
            (await Scalar("select count(*) from mt_events")).ShouldBe(0L);
        }

        var again = _store.OpenSession();
        (await RecallAsync(again, clinic))!.Value.Name.ShouldBe("Вторая");
        await CommitTagAsync(again);
        (await RecallAsync(again, Clinic())).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_is_refused_takes_nobody_along_who_commits_at_the_same_moment()
    {
        const int Writers = 64;
        await AppendAsync(StreamVersion.None, Tag("first"));
        var streams = Enumerable.Range(0, Writers).Select(_ => Guid.NewGuid()).ToArray();

        var outcomes = await Task.WhenAll(streams.Select((stream, i) => CommitAsync(stream, isWrong: i % 4 == 3)));

        outcomes.ShouldBe(streams.Select((_, i) => i % 4 != 3));
        (await Scalar("select count(*) from mt_streams where type is not null")).ShouldBe(1L + Writers / 4 * 3);
        _listener.Heard.SelectMany(committed => committed.Events).Select(e => e.Stream).Distinct().Count().ShouldBe(1 + Writers / 4 * 3);
    }

    [Fact]
    public async Task Whoever_cannot_be_written_yet_holds_up_nobody_else()
    {
        await AppendAsync(StreamVersion.None, Tag("first"));
        await using var connection = await _database.OpenConnectionAsync(Cancellation);
        await using var other = await connection.BeginTransactionAsync(Cancellation);
        await using (var hold = new NpgsqlCommand("select 1 from mt_streams for update", connection))
        {
            await hold.ExecuteNonQueryAsync(Cancellation);
        }

        var held = AppendAsync(1, Tag("second"));
        await SomebodyWaitsAsync();
        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CommitAsync(Guid.NewGuid(), isWrong: false)));

        others.ShouldAllBe(isWritten => isWritten);
        held.IsCompleted.ShouldBeFalse();
        await other.RollbackAsync(Cancellation);
        await held;
    }

    /// <summary>The wrong ones also expect a version that the first stream does not have.</summary>
    private async Task<bool> CommitAsync(Guid stream, bool isWrong)
    {
        var session = _store.OpenSession();
        session.Append(stream, "ticket", StreamVersion.None, [Tag("new"), Tag("newer")]);
        if (isWrong)
        {
            session.Append(_stream, "ticket", 7, [Tag("wrong")]);
        }

        try
        {
            return (await session.CommitAsync(Cancellation)).Events.Count == 2;
        }
        catch (ConcurrencyConflictException)
        {
            return false;
        }
    }

    private Task SomebodyWaitsAsync() => Eventually.HoldsAsync(async () =>
        await Scalar("select count(*) from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())") is not 0L);

    private static Task<Versioned<Domain.Clinics.Clinic>?> RecallAsync(IStoreSession session, Domain.Clinics.Clinic clinic) =>
        session.RecallAsync<Domain.Clinics.Clinic>(clinic.Id.Value, Cancellation);

    private async Task CommitTagAsync(IStoreSession session)
    {
        session.Append(_stream, "ticket", StreamVersion.None, [Tag("a")]);
        await session.CommitAsync(Cancellation);
    }

    private sealed class Listener : ICommitListener
    {
        public System.Collections.Concurrent.ConcurrentQueue<Committed> Heard { get; } = [];

        public void OnCommitted(Committed committed) => Heard.Enqueue(committed);
    }
}
