using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>A message that quotes another names it; what is quoted is read where it stands.</summary>
public sealed class QuoteTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task Either_side_quotes_a_message_of_the_conversation_and_both_see_which()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        var question = await visitor.Send("Не печатает чек");
        var ticket = (await agent.TakeNext()).Ticket.Id;

        var answer = await agent.Quote(ticket, question.Id, "Проверьте бумагу");
        await visitor.Quote(answer.Id, "Бумага есть");
        await visitor.Quote(question.Id, "И вчера не печатал");

        Guid?[] quoted = [null, question.Id, answer.Id, question.Id];
        (await visitor.Join()).Messages.Where(message => message.Author is not null).Select(message => message.ReplyTo).ShouldBe(quoted);
        (await agent.Open(ticket)).Messages.Where(message => message.Author is not null).Select(message => message.ReplyTo).ShouldBe(quoted);
        (await visitor.Messages.Until(message => message.Id == answer.Id)).ReplyTo.ShouldBe(question.Id);
    }

    [Fact]
    public async Task What_is_no_message_of_the_conversation_is_not_quoted()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var other = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        await agent.TakeAntiforgeryTokenAsync();
        await visitor.Send("Вопрос");
        var foreign = (await other.Send("Чужой вопрос")).Id;
        var opened = await agent.TakeNext();
        var note = (await agent.Note(opened.Ticket.Id, "Заметка")).Id;
        var notice = opened.Messages.Single(message => message.Notice is not null).Id;

        foreach (var id in (Guid[])[foreign, note, notice, Guid.CreateVersion7(), Guid.Empty])
        {
            (await TestClient.RefusalOf(() => visitor.Quote(id, "Цитата"))).ShouldBe("quoted-not-found");
            (await TestClient.RefusalOf(() => agent.Quote(opened.Ticket.Id, id, "Цитата"))).ShouldBe("quoted-not-found");
        }

        (await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{opened.Ticket.Id}/messages", new { id = Guid.CreateVersion7(), text = "Цитата", replyTo = note })).ShouldBe("quoted-not-found");
        (await visitor.Join()).Messages.ShouldNotContain(message => message.Text == "Цитата");
    }
}
