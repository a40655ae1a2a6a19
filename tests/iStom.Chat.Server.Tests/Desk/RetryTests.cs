using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>The same again is the same: a client that has not heard the answer asks once more.</summary>
public sealed class RetryTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task A_message_sent_again_gets_the_first_answer_and_is_stored_once()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        var id = Guid.CreateVersion7();
        var first = await visitor.Send("Вопрос", id: id);
        Server.Clock.Advance(Duration.FromMinutes(1));

        var again = await visitor.Send("Вопрос", id: id);

        (again.Sequence, again.SentAt).ShouldBe((first.Sequence, first.SentAt));
        (await visitor.Join()).Messages.Count(message => message.Id == id).ShouldBe(1);
    }

    [Fact]
    public async Task Fifty_first_messages_in_parallel_make_one_conversation_and_one_ticket()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var other = await visitor.Again();

        var acks = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? visitor : other).Send($"Сообщение {i}")));

        acks.Count(ack => ack.Ticket is not null).ShouldBe(1, "one message opens the ticket, and the others change nothing of it");
        acks.Select(ack => ack.Sequence).Distinct().Count().ShouldBe(50);
        var joined = await visitor.Join();
        joined.LastSequence.ShouldBe(52);
    }

    [Fact]
    public async Task The_same_message_sent_twice_at_once_is_stored_once()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var other = await visitor.Again();
        var id = Guid.CreateVersion7();

        var acks = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? visitor : other).Send("Вопрос", id: id)));

        acks.Select(ack => ack.Sequence).Distinct().ShouldHaveSingleItem();
        (await visitor.Join()).LastSequence.ShouldBe(3);
    }

    [Fact]
    public async Task A_foreign_message_id_tells_nothing_and_collides_with_nothing()
    {
        await using var one = await TestVisitor.OpenAsync(Server);
        await using var two = await TestVisitor.OpenAsync(Server);
        var id = Guid.CreateVersion7();
        await one.Send("Тайна", id: id);

        var ack = await two.Send("Моё", id: id);

        ack.Ticket!.Number.ShouldBe("IS-2026-000002");
        (await two.Join()).Messages.ShouldNotContain(message => message.Text == "Тайна");
    }

    [Fact]
    public async Task A_reply_and_a_note_sent_again_are_stored_once()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        await visitor.Send("Вопрос");
        var ticket = (await agent.TakeNext()).Ticket.Id;
        var (reply, note) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        (await agent.Reply(ticket, "Ответ", reply)).ShouldBe(await agent.Reply(ticket, "Ответ", reply));
        (await agent.Note(ticket, "Заметка", note)).ShouldBe(await agent.Note(ticket, "Заметка", note));

        var opened = await agent.Open(ticket);
        opened.Messages.Count(message => message.Text == "Ответ").ShouldBe(1);
        opened.Events.Count(e => e.Text == "Заметка").ShouldBe(1);
    }

    [Fact]
    public async Task An_id_that_names_something_else_is_refused()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        var question = (await visitor.Send("Вопрос")).Id;
        var ticket = (await agent.TakeNext()).Ticket.Id;
        var reply = (await agent.Reply(ticket, "Ответ")).Id;

        (await TestClient.RefusalOf(() => visitor.Send("Чужое", id: reply))).ShouldBe("id-already-used");
        (await TestClient.RefusalOf(() => agent.Reply(ticket, "Чужое", question))).ShouldBe("id-already-used");
    }

    [Fact]
    public async Task A_client_that_was_away_gets_exactly_what_it_missed()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        var ack = await visitor.Send("Вопрос");
        var ticket = (await agent.TakeNext()).Ticket.Id;
        await visitor.DisposeAsync();
        await agent.Reply(ticket, "Первый ответ");
        await agent.Reply(ticket, "Второй ответ");

        await using var back = await visitor.Again();
        var joined = await back.Join(after: ack.Sequence + 1);

        joined.Messages.Select(message => (message.Sequence, message.Text)).ShouldBe([(4, "Первый ответ"), (5, "Второй ответ")]);
        (await back.History(before: 4, limit: 2)).Select(message => message.Sequence).ShouldBe([2, 3]);
    }
}
