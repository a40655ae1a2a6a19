using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>A second problem in the same conversation becomes a ticket of its own, and is promised since the customer wrote of it.</summary>
public sealed class SplitTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task What_is_another_matter_is_promised_since_it_was_written_and_both_tickets_know_each_other()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server, "Мария");
        await agent.TakeAntiforgeryTokenAsync();
        await visitor.Send("Как закрыть смену?");
        var first = (await agent.TakeNext()).Ticket;
        Server.Clock.Advance(Duration.FromMinutes(10));
        var (print, toner) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await visitor.Send("И ещё не печатает чек", id: print);
        var written = Server.Clock.GetCurrentInstant();
        Server.Clock.Advance(Duration.FromMinutes(5));
        await visitor.Send("Принтер новый", id: toner);
        Server.Clock.Advance(Duration.FromMinutes(30));
        await agent.Reply(first.Id, "В меню «Касса»");
        var into = Guid.CreateVersion7();

        var split = await SplitAsync(agent, first.Id, new { id = into, messages = new[] { toner, print }, kind = "Question", take = false });
        await SplitAsync(agent, first.Id, new { id = into, messages = new[] { print }, kind = "Training", take = true });

        var opened = await agent.Open(into);
        (opened.Ticket.Status, opened.Ticket.Preview, opened.Ticket.Promise!.Start, opened.Ticket.Kind).ShouldBe((TicketStatus.Waiting, "И ещё не печатает чек", written, RequestKind.Question));
        opened.Ticket.Promise.Due.ShouldBe(Moscow.At(2026, 11, 25, 12, 10));
        opened.Related.Select(other => other.Id).ShouldBe([first.Id]);
        opened.Events.Single(e => e.Type == "TicketOpened").Messages.ShouldBe([print, toner]);
        opened.Events.Single(e => e.Type == "TicketOpened").By.ShouldBe("Мария");
        var before = await agent.Open(first.Id);
        before.Related.Select(other => other.Number).ShouldBe([split.Number]);
        before.Events.Single(e => e.Type == "TicketSplit").About.ShouldBe(split.Number);
        before.Ticket.Status.ShouldBe(TicketStatus.AwaitingCustomer);
        await visitor.Messages.Until(message => message.Notice is not null && message.TicketNumber == split.Number);
    }

    [Fact]
    public async Task A_kind_counts_from_now_and_the_next_message_goes_where_the_last_answer_came_from()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server, "Мария");
        await agent.TakeAntiforgeryTokenAsync();
        var crash = Guid.CreateVersion7();
        await visitor.Send("Вопрос и авария", id: crash);
        var first = (await agent.TakeNext()).Ticket;
        Server.Clock.Advance(Duration.FromHours(1));

        var split = await SplitAsync(agent, first.Id, new { id = Guid.CreateVersion7(), messages = new[] { crash }, kind = "WorkStopped", take = true });

        (split.Status, split.Level, split.AssignedTo!.Name).ShouldBe((TicketStatus.InProgress, SupportLevel.Urgent, "Мария"));
        split.Promise!.Due.ShouldBe(Moscow.At(2026, 11, 23, 15, 0));
        (await visitor.Join()).Ticket!.Number.ShouldBe(split.Number);
        await agent.Reply(first.Id, "По первому вопросу: какая у вас версия?");
        (await visitor.Send("Седьмая")).Ticket!.Number.ShouldBe(first.Number);
        (await agent.Open(first.Id)).Ticket.Status.ShouldBe(TicketStatus.InProgress);
    }

    [Fact]
    public async Task What_cannot_be_split_off_is_refused_and_leaves_nothing_behind()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var other = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        await agent.TakeAntiforgeryTokenAsync();
        var (own, foreign, reply) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await visitor.Send("Своё", id: own);
        var ticket = (await agent.TakeNext()).Ticket.Id;
        await other.Send("Чужое", id: foreign);
        await agent.Reply(ticket, "Ответ", reply);
        object Body(Guid id, string kind = "Question", params Guid[] messages) => new { id, messages, kind, take = false };

        (await RefusalAsync(agent, ticket, Body(Guid.NewGuid()))).ShouldBe("messages-out-of-range");
        (await RefusalAsync(agent, ticket, Body(Guid.Empty, messages: own))).ShouldBe("id-missing");
        (await RefusalAsync(agent, ticket, Body(Guid.NewGuid(), messages: [own, foreign]))).ShouldBe("message-not-found");
        (await RefusalAsync(agent, ticket, Body(Guid.NewGuid(), messages: reply))).ShouldBe("message-not-found", "it is not the customer's");
        (await RefusalAsync(agent, ticket, Body(ticket, messages: own))).ShouldBe("id-already-used");
        (await RefusalAsync(agent, Guid.NewGuid(), Body(Guid.NewGuid(), messages: own))).ShouldBe("ticket-not-found");
        await agent.Resolve(ticket);
        (await RefusalAsync(agent, ticket, Body(Guid.NewGuid(), messages: own))).ShouldBe("ticket-not-open");

        (await agent.Open(ticket)).Related.ShouldBeEmpty();
        (await agent.Desk()).Queue.Total.ShouldBe(1);
    }

    private static Task<string?> RefusalAsync(TestAgent agent, Guid ticket, object body) => agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/split", body);

    private static async Task<AgentTicket> SplitAsync(TestAgent agent, Guid ticket, object body) =>
        (await agent.Open((await agent.PostAsync($"/api/tickets/{ticket}/split", body)).GetProperty("id").GetGuid())).Ticket;
}
