using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>An agent leaves; nobody who waits loses their place, and whoever goes on knows what is open.</summary>
public sealed class EndOfShiftTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task All_go_to_a_colleague_each_with_its_note_and_its_promise()
    {
        await using var maria = await TestAgent.OnDutyAsync(Server, "Сотрудник М");
        await using var pavel = await TestAgent.OnDutyAsync(Server, "Сотрудник П");
        var (one, two) = (await TakenAsync(maria, "Первый"), await TakenAsync(maria, "Второй"));
        Server.Clock.Advance(Duration.FromMinutes(20));

        var left = await maria.HandOver((await pavel.Desk()).Me.Id, new(one.Id, "Ждёт счёт"), new(two.Id, "Перезвонить"));

        left.ShouldBeEmpty();
        (await pavel.Desk()).Mine.Select(mine => mine.Id).ShouldBe([one.Id, two.Id], ignoreOrder: true);
        var opened = await pavel.Open(one.Id);
        opened.Ticket.Promise!.Due.ShouldBe(one.Promise!.Due);
        opened.Ticket.Promise.Start.ShouldBe(one.Promise.Start);
        opened.Events.TakeLast(2).Select(e => (e.Type, e.By, e.Text ?? e.About)).ShouldBe([("NoteWritten", "Сотрудник М", "Ждёт счёт"), ("TicketTransferred", "Сотрудник М", "Сотрудник П")]);
        (await pavel.Open(two.Id)).Events.ShouldContain(e => e.Text == "Перезвонить");
    }

    [Fact]
    public async Task Chosen_ones_go_back_to_the_queue_with_the_original_start()
    {
        await using var maria = await TestAgent.OnDutyAsync(Server, "Сотрудник М");
        var (kept, given) = (await TakenAsync(maria, "Останется"), await TakenAsync(maria, "Уйдёт"));
        var since = Server.Clock.GetCurrentInstant();
        Server.Clock.Advance(Duration.FromMinutes(20));

        (await maria.HandOver(to: null, new HandedTicket(given.Id, "Спросить про кассу"))).ShouldHaveSingleItem().Id.ShouldBe(kept.Id);

        var item = (await maria.Desk()).Queue.Items.ShouldHaveSingleItem();
        item.WaitingSince.ShouldBe(since);
        item.Ticket.Promise!.Due.ShouldBe(given.Promise!.Due);
        (await maria.Open(given.Id)).Events[^1].ShouldBe(new(5, Server.Clock.GetCurrentInstant(), nameof(TicketReleased), Domain.ActorKind.Agent, "Сотрудник М", "Сотрудник М", nameof(ReleaseReason.HandedOver)));
    }

    [Fact]
    public async Task The_visitor_hears_no_note()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var maria = await TestAgent.OnDutyAsync(Server, "Сотрудник М");
        await visitor.Send("Вопрос");
        var ticket = (await maria.TakeNext()).Ticket;

        await maria.HandOver(to: null, new HandedTicket(ticket.Id, "Тайна"));

        await visitor.Tickets.Until(view => view.Status == TicketStatus.Waiting && view.Version > 3);
        (await visitor.Join()).Messages.ShouldNotContain(message => message.Text != null && message.Text.Contains("Тайна", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Said_again_it_changes_nothing()
    {
        await using var maria = await TestAgent.OnDutyAsync(Server, "Сотрудник М");
        var ticket = await TakenAsync(maria, "Вопрос");
        await maria.HandOver(to: null, new HandedTicket(ticket.Id, "Заметка"));
        var once = (await maria.Open(ticket.Id)).Events.Count;

        await maria.HandOver(to: null, new HandedTicket(ticket.Id, "Заметка"));

        (await maria.Open(ticket.Id)).Events.Count.ShouldBe(once);
    }

    [Fact]
    public async Task One_that_is_refused_keeps_all_where_they_are()
    {
        await using var maria = await TestAgent.OnDutyAsync(Server, "Сотрудник М");
        await using var pavel = await TestAgent.OnDutyAsync(Server, "Сотрудник П");
        var (mine, his) = (await TakenAsync(maria, "Мой"), await TakenAsync(pavel, "Чужой"));

        (await TestClient.RefusalOf(() => maria.HandOver(to: null, new(mine.Id, "Раз"), new(his.Id, "Два")))).ShouldBe("not-your-ticket");
        (await TestClient.RefusalOf(() => maria.HandOver(to: null, new HandedTicket(mine.Id, " ")))).ShouldBe("text-empty");
        (await TestClient.RefusalOf(() => maria.HandOver(Guid.NewGuid(), new HandedTicket(mine.Id, "Раз")))).ShouldBe("agent-not-found");
        (await TestClient.RefusalOf(() => maria.HandOver(to: null))).ShouldBe("tickets-out-of-range");
        (await TestClient.RefusalOf(() => maria.HandOver(to: null, [.. Enumerable.Range(0, 101).Select(_ => new HandedTicket(Guid.NewGuid(), "Раз"))]))).ShouldBe("tickets-out-of-range");

        (await maria.Desk()).Mine.Select(ticket => ticket.Id).ShouldBe([mine.Id]);
        (await maria.Open(mine.Id)).Events.ShouldNotContain(e => e.Type == nameof(NoteWritten));
    }

    private async Task<AgentTicket> TakenAsync(TestAgent agent, string text)
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        await visitor.Send(text);
        return (await agent.TakeNext()).Ticket;
    }
}
