using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>A ticket changes hands, comes back, and tells its colleagues who did what.</summary>
public sealed class HandOverTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task A_transfer_is_told_to_both_colleagues_and_to_the_visitor()
    {
        var (visitor, maria, ticket) = await TakenTicket();
        await using var pavel = await TestAgent.OnDutyAsync(Server, "Сотрудник П");
        var to = (await pavel.Desk()).Me.Id;

        var transferred = await maria.Transfer(ticket, to);

        transferred.AssignedTo.ShouldBe(new(to, "Сотрудник П"));
        (await pavel.Tickets.Until(view => view.Id == ticket)).AssignedTo!.Id.ShouldBe(to);
        (await maria.Tickets.Until(view => view.AssignedTo?.Id == to)).Id.ShouldBe(ticket);
        (await visitor.Tickets.Until(view => view.AgentName == "Сотрудник П")).Status.ShouldBe(TicketStatus.InProgress);
        (await pavel.Desk()).Mine.Select(mine => mine.Id).ShouldBe([ticket]);
        (await maria.Desk()).Mine.ShouldBeEmpty();
        (await TestClient.RefusalOf(() => maria.Reply(ticket, "Ещё я"))).ShouldBe("not-your-ticket");
        await pavel.Reply(ticket, "Теперь я");
        (await visitor.Messages.Until(message => message.Text == "Теперь я")).AuthorName.ShouldBe("Сотрудник П");
    }

    [Fact]
    public async Task Only_who_has_a_ticket_transfers_or_releases_it_and_only_to_a_colleague()
    {
        var (_, maria, ticket) = await TakenTicket();
        await using var pavel = await TestAgent.OnDutyAsync(Server, "Сотрудник П");
        var (mine, his) = ((await maria.Desk()).Me.Id, (await pavel.Desk()).Me.Id);
        var nobody = await Server.AddAgentWithoutRoleAsync();

        (await TestClient.RefusalOf(() => pavel.Transfer(ticket, his))).ShouldBe("not-your-ticket");
        (await TestClient.RefusalOf(() => pavel.Release(ticket))).ShouldBe("not-your-ticket");
        (await TestClient.RefusalOf(() => maria.Transfer(ticket, Guid.NewGuid()))).ShouldBe("agent-not-found");
        (await TestClient.RefusalOf(() => maria.Transfer(ticket, nobody.Id.Value))).ShouldBe("agent-not-found");
        (await TestClient.RefusalOf(() => maria.Transfer(Guid.NewGuid(), his))).ShouldBe("ticket-not-found");
        (await maria.Transfer(ticket, mine)).AssignedTo!.Id.ShouldBe(mine);
    }

    [Fact]
    public async Task A_colleague_who_is_not_on_the_ticket_hears_of_a_transfer_that_takes_it_away()
    {
        var (_, maria, ticket) = await TakenTicket();
        await using var pavel = await TestAgent.OnDutyAsync(Server, "Сотрудник П");
        var again = Owned(new TestAgent(Server) { Cookie = maria.Cookie });
        await again.Connect();

        await maria.Transfer(ticket, (await pavel.Desk()).Me.Id);

        (await again.Tickets.Until(view => view.Id == ticket)).AssignedTo!.Name.ShouldBe("Сотрудник П");
    }

    [Fact]
    public async Task A_released_ticket_is_in_the_queue_again_with_the_original_start()
    {
        var (visitor, maria, ticket) = await TakenTicket();
        Server.Clock.Advance(Duration.FromMinutes(40));

        (await maria.Release(ticket)).Status.ShouldBe(TicketStatus.Waiting);

        var queued = await maria.Queues.Until(queue => queue.Items is [{ } item] && item.Ticket.Id == ticket && item.Ticket.AssignedTo is null);
        queued.Items[0].WaitingSince.ShouldBe(RunningServer.MondayNoon);
        (await visitor.Tickets.Until(view => view is { Place.Ahead: 0, AgentName: null } && view.Version > 3)).Promise!.Start.ShouldBe(RunningServer.MondayNoon);
        (await maria.Release(ticket)).Status.ShouldBe(TicketStatus.Waiting);
    }

    [Fact]
    public async Task A_resolved_ticket_is_opened_again_and_the_visitor_is_told_once()
    {
        var (visitor, maria, ticket) = await TakenTicket();
        await maria.Reply(ticket, "Ответ");
        await maria.Resolve(ticket);

        var reopened = await maria.Reopen(ticket);
        (await maria.Reopen(ticket)).Version.ShouldBe(reopened.Version);

        (reopened.Status, reopened.AssignedTo!.Name).ShouldBe((TicketStatus.AwaitingCustomer, "Сотрудник М"));
        await visitor.Messages.Until(message => message.Notice == TicketNotice.Reopened);
        (await visitor.Join()).Messages.Count(message => message.Notice == TicketNotice.Reopened).ShouldBe(1);
        await maria.Reply(ticket, "И ещё вот что");
    }

    [Fact]
    public async Task The_timeline_says_who_did_what()
    {
        var (visitor, maria, ticket) = await TakenTicket();
        await using var pavel = await TestAgent.OnDutyAsync(Server, "Сотрудник П");
        await maria.Transfer(ticket, (await pavel.Desk()).Me.Id);
        await pavel.Release(ticket);
        await maria.Take(ticket);
        await maria.Reply(ticket, "Ответ");
        await maria.Resolve(ticket);

        var events = (await maria.Open(ticket)).Events;

        events.Select(e => (e.Type, e.By, e.About, e.Detail)).ShouldBe(
        [
            (nameof(TicketOpened), null, null, "Question"),
            (nameof(WaitStarted), null, null, null),
            (nameof(TicketTaken), "Сотрудник М", null, null),
            (nameof(TicketTransferred), "Сотрудник М", "Сотрудник П", null),
            (nameof(TicketReleased), "Сотрудник П", "Сотрудник П", "ByAgent"),
            (nameof(TicketTaken), "Сотрудник М", null, null),
            (nameof(Reacted), "Сотрудник М", null, null),
            (nameof(TicketResolved), "Сотрудник М", null, "ByAgent"),
        ]);
        events.Select(e => e.ByKind).ShouldBe(
            [ActorKind.Visitor, null, ActorKind.Agent, ActorKind.Agent, ActorKind.Agent, ActorKind.Agent, ActorKind.Agent, ActorKind.Agent]);
        events[1].Due.ShouldBe(Moscow.At(2026, 11, 25, 12, 0));
        (await maria.TicketEvents.Until(heard => heard.Event.Type == nameof(TicketResolved))).Event.By.ShouldBe("Сотрудник М");
        visitor.Messages.All.ShouldNotContain(message => message.AuthorName == "Сотрудник П");
    }

    [Fact]
    public async Task An_agent_reads_the_older_part_of_a_long_conversation()
    {
        var (visitor, maria, ticket) = await TakenTicket();
        for (var i = 0; i < 60; i++)
        {
            await visitor.Send($"Ещё {i}");
        }

        var shown = (await maria.Open(ticket)).Messages;
        var older = await maria.History(ticket, before: shown[0].Sequence, limit: 200);

        (shown.Count, shown[^1].Text).ShouldBe((50, "Ещё 59"));
        older.Concat(shown).Select(message => message.Sequence).ShouldBe(Enumerable.Range(1, 63).Select(i => (long)i));
        (await maria.History(ticket, before: 10, limit: 3)).Select(message => message.Sequence).ShouldBe([7, 8, 9]);
        (await TestClient.RefusalOf(() => maria.History(Guid.NewGuid(), 10, 10))).ShouldBe("ticket-not-found");
        (await TestClient.RefusalOf(() => maria.History(ticket, 0, 10))).ShouldBe("sequence-out-of-range");
        (await TestClient.RefusalOf(() => maria.History(ticket, 10, 201))).ShouldBe("limit-out-of-range");
    }

    private async Task<(TestVisitor Visitor, TestAgent Maria, Guid Ticket)> TakenTicket()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        var agent = Owned(await TestAgent.OnDutyAsync(Server, "Сотрудник М"));
        await visitor.Send("Вопрос");
        return (visitor, agent, (await agent.TakeNext()).Ticket.Id);
    }
}
