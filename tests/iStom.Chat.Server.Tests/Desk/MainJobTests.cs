using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>A message becomes an answered ticket.</summary>
public sealed class MainJobTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task The_first_message_opens_a_ticket_with_number_promise_and_place()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);

        var ack = await visitor.Send("Как добавить кресло?");

        ack.Ticket.ShouldNotBeNull();
        ack.Ticket.Number.ShouldBe("IS-2026-000001");
        ack.Ticket.Status.ShouldBe(TicketStatus.Waiting);
        ack.Ticket.Level.ShouldBe(SupportLevel.Standard);
        ack.Ticket.Promise.ShouldNotBeNull().Due.ShouldBe(Moscow.At(2026, 11, 25, 12, 0));
        ack.Ticket.Promise.Remaining.ShouldBe(18 * 3600);
        ack.Ticket.Promise.Explanation.ShouldContain(line => line.Contains("2.1 Регламента", StringComparison.Ordinal));
        ack.Ticket.Place.ShouldBe(new(0, More: false, Lane.InTurn, QueueReason.InTurn, Critical: 0));
    }

    [Fact]
    public async Task The_transcript_has_the_message_and_the_notice_in_one_sequence_without_gaps()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        var ack = await visitor.Send("Вопрос");

        var joined = await visitor.Join();

        joined.Messages.Select(message => message.Sequence).ShouldBe([1, 2, 3]);
        joined.LastSequence.ShouldBe(3);
        joined.Messages[1].ShouldSatisfyAllConditions(
            message => message.Id.ShouldBe(ack.Id), message => message.Sequence.ShouldBe(ack.Sequence), message => message.Text.ShouldBe("Вопрос"));
        joined.Messages[2].Notice.ShouldBe(TicketNotice.Opened);
    }

    [Fact]
    public async Task An_agent_takes_the_ticket_answers_and_the_visitor_sees_it_at_once()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server, "Сотрудник М");
        await visitor.Send("Вопрос");

        var taken = await agent.TakeNext();
        var sent = await agent.Reply(taken.Ticket.Id, "Ответ");

        taken.Messages.ShouldContain(message => message.Text == "Вопрос");
        var answer = await visitor.Messages.Until(message => message.Text == "Ответ");
        answer.Author.ShouldBe(AuthorKind.Agent);
        answer.AuthorName.ShouldBe("Сотрудник М");
        answer.Sequence.ShouldBe(sent.Sequence);
        var ticket = await visitor.Tickets.Until(view => view.Status == TicketStatus.AwaitingCustomer);
        ticket.Promise.ShouldBeNull();
        ticket.AgentName.ShouldBe("Сотрудник М");
    }

    [Fact]
    public async Task The_agent_sees_the_visitors_next_message_at_once()
    {
        var (visitor, agent, ticket) = await TakenTicket();
        await agent.Reply(ticket, "Ответ");

        await visitor.Send("Ещё вопрос");

        (await agent.Messages.Until(heard => heard.Message.Text == "Ещё вопрос")).Ticket.ShouldBe(ticket);
    }

    [Fact]
    public async Task The_first_reply_ends_the_wait_and_the_next_message_starts_a_new_one()
    {
        var (visitor, agent, ticket) = await TakenTicket();
        Server.Clock.Advance(Duration.FromHours(1));
        await agent.Reply(ticket, "Ответ");
        Server.Clock.Advance(Duration.FromHours(1));

        var ack = await visitor.Send("Ещё вопрос");

        ack.Ticket!.Status.ShouldBe(TicketStatus.InProgress);
        ack.Ticket.Promise!.Start.ShouldBe(RunningServer.MondayNoon + Duration.FromHours(2));
        ack.Ticket.Place.ShouldBeNull();
    }

    [Fact]
    public async Task Several_unanswered_messages_count_from_the_first()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Вопрос");
        Server.Clock.Advance(Duration.FromHours(3));

        var ack = await visitor.Send("Есть кто-нибудь?");

        ack.Ticket.ShouldBeNull("nothing of it has changed");
        (await visitor.Join()).Ticket!.Promise!.Start.ShouldBe(RunningServer.MondayNoon);
    }

    [Fact]
    public async Task A_note_reaches_the_desk_and_never_the_visitor()
    {
        var (visitor, agent, ticket) = await TakenTicket();

        await agent.Note(ticket, "Внутреннее");
        await agent.Reply(ticket, "Ответ");

        (await agent.TicketEvents.Until(heard => heard.Event.Type == nameof(NoteWritten))).Event.Text.ShouldBe("Внутреннее");
        await visitor.Messages.Until(message => message.Text == "Ответ");
        visitor.Messages.All.ShouldNotContain(message => message.Text == "Внутреннее");
        (await visitor.Join()).Messages.ShouldNotContain(message => message.Text == "Внутреннее");
        (await agent.Open(ticket)).Events.ShouldContain(e => e.Text == "Внутреннее");
    }

    [Fact]
    public async Task A_resolved_ticket_tells_the_visitor_and_a_message_reopens_it_into_the_queue()
    {
        var (visitor, agent, ticket) = await TakenTicket();
        await agent.Reply(ticket, "Ответ");

        (await agent.Resolve(ticket)).Status.ShouldBe(TicketStatus.Resolved);
        await visitor.Messages.Until(message => message.Notice == TicketNotice.Resolved);
        var ack = await visitor.Send("Не помогло");

        ack.Ticket!.Status.ShouldBe(TicketStatus.Waiting);
        ack.Ticket.Number.ShouldBe("IS-2026-000001");
        await visitor.Messages.Until(message => message.Notice == TicketNotice.Reopened);
        (await agent.Desk()).Queue.Items.ShouldHaveSingleItem().Ticket.Id.ShouldBe(ticket);
    }

    [Fact]
    public async Task A_ticket_is_not_resolved_over_a_customer_who_waits()
    {
        var (_, agent, ticket) = await TakenTicket();

        (await TestClient.RefusalOf(() => agent.Resolve(ticket))).ShouldBe("customer-waits");
        (await agent.EndWait(ticket)).Status.ShouldBe(TicketStatus.AwaitingCustomer);
        (await agent.Resolve(ticket)).Status.ShouldBe(TicketStatus.Resolved);
    }

    [Fact]
    public async Task One_browser_on_two_sites_has_one_conversation()
    {
        await using var first = await TestVisitor.OpenAsync(Server, "i-stom");
        await first.Send("С первого сайта");
        await using var second = await first.Again("cloud");

        await second.Send("Со второго");

        (await first.Messages.Until(message => message.Text == "Со второго")).Sequence.ShouldBe(4);
        (await second.Join()).Messages.Select(message => message.Text).ShouldBe([null, "С первого сайта", null, "Со второго"]);
    }

    [Fact]
    public async Task A_visitor_reads_in_the_language_of_the_panel()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server, locale: "en");

        var ack = await visitor.Send("A question");

        ack.Ticket!.Promise!.Explanation.ShouldAllBe(line => !line.Any(letter => letter >= 'А' && letter <= 'я'));
    }

    private async Task<(TestVisitor Visitor, TestAgent Agent, Guid Ticket)> TakenTicket()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        var agent = Owned(await TestAgent.OnDutyAsync(Server));
        await visitor.Send("Вопрос");
        return (visitor, agent, (await agent.TakeNext()).Ticket.Id);
    }
}
