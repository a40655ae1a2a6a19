using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>Work that is left for after a commit.</summary>
public abstract partial class StoreConformance
{
    [Fact]
    public async Task An_outbox_message_is_there_with_its_commit_and_once()
    {
        var message = Message();
        var session = _store.OpenSession();
        session.Append(_stream, "ticket", StreamVersion.None, [Tag("a")]);
        session.Enqueue(message);
        (await Scalar("select count(*) from istom_outbox")).ShouldBe(0L);

        (await session.CommitAsync(Cancellation)).Enqueued.ShouldBe(1);

        (await Scalar("select kind || '|' || subject || '|' || (data ->> 'Name') || '|' || tries from istom_outbox")).ShouldBe($"greet|{message.Subject}|Первая|0");
        (await Scalar("select due = '2026-11-23T09:00:00Z' from istom_outbox")).ShouldBe(true);
        var again = _store.OpenSession();
        again.Enqueue(message);
        await Should.ThrowAsync<ConcurrencyConflictException>(() => again.CommitAsync(Cancellation));
    }

    [Fact]
    public async Task An_outbox_message_need_not_be_about_anybody()
    {
        var session = _store.OpenSession();
        session.Enqueue(Message() with { Subject = null });
        await session.CommitAsync(Cancellation);

        (await Scalar("select count(*) from istom_outbox where subject is null")).ShouldBe(1L);
    }
}
