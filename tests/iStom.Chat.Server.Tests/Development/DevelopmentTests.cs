using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Development;

/// <summary>§1.3: what cannot be solved with what there is goes to development, and comes back with a version.</summary>
public sealed class DevelopmentTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly Guid Item = Guid.CreateVersion7();

    [Fact]
    public async Task A_request_goes_to_development_and_its_customer_is_told_which_is_no_reaction()
    {
        var (visitor, agent, ticket) = await TakenAsync();

        await HandAsync(agent, ticket, new { item = Item, @new = new { title = " Печать чека ", description = "Чек пуст", severity = "High", externalKey = "ISTOM-42" } });
        await HandAsync(agent, ticket, new { item = Item, @new = new { title = "Печать чека", severity = "High" } });

        var told = await visitor.Messages.Until(message => message.Notice == TicketNotice.WithDevelopment);
        told.Said!.Russian.ShouldContain($"{told.TicketNumber} передано в разработку");
        told.Said.English.ShouldContain("passed to development");
        var opened = await agent.Open(ticket);
        (opened.Ticket.Status, opened.Ticket.DevelopmentItem).ShouldBe((TicketStatus.WithDevelopment, Item));
        opened.Ticket.Promise.ShouldNotBeNull("what we say by ourselves is no reaction");
        opened.Events.Where(e => e.Type == "HandedToDevelopment").ShouldHaveSingleItem().About.ShouldBe("Печать чека");
        (await visitor.Join()).Messages.Count(message => message.Notice == TicketNotice.WithDevelopment).ShouldBe(1);

        var board = await agent.GetAsync("/api/development/items?search=istom-42");
        var item = board.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (item.GetProperty("title").GetString(), item.GetProperty("state").GetString(), item.GetProperty("tickets").GetInt32(), item.GetProperty("clinics").GetInt32()).ShouldBe(("Печать чека", "Planned", 1, 0));
        (await agent.GetAsync("/api/development/items?search=%25")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await agent.GetAsync($"/api/development/items/{Item}")).GetProperty("tickets").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(ticket);
        var other = new { title = "Другое", severity = "Low", state = "Planned", externalKey = "istom-42", version = (long?)null };
        (await agent.RefusalAsync(HttpMethod.Put, $"/api/development/items/{Guid.CreateVersion7()}", other)).ShouldBe("external-key-taken");
        (await agent.RefusalAsync(HttpMethod.Put, $"/api/development/items/{Guid.CreateVersion7()}", other with { version = 7 })).ShouldBe("development-item-not-found");
        (await agent.RefusalAsync(HttpMethod.Put, $"/api/development/items/{Item}", other with { version = 7 })).ShouldBe("changed-meanwhile");
        (await agent.RefusalAsync(HttpMethod.Put, $"/api/development/items/{Item}", other with { version = 1 })).ShouldBeNull();
        (await agent.RefusalAsync(HttpMethod.Put, $"/api/development/items/{Item}", other with { version = 2, state = "Released" })).ShouldBe("release-missing");
        (await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/development", new { item = Guid.NewGuid() })).ShouldBe("development-item-not-found");
    }

    [Fact]
    public async Task A_version_is_told_to_each_customer_who_waits_once_and_their_word_decides()
    {
        var lead = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor));
        var (helped, agent, first) = await TakenAsync();
        await HandAsync(agent, first, new { item = Item, @new = new { title = "Печать чека", severity = "High" } });
        await agent.Reply(first, "Передали разработчикам.");
        var others = new List<(TestVisitor Visitor, Guid Ticket)>();
        for (var i = 0; i < 2; i++)
        {
            var (visitor, ticket) = await AskAsync(agent);
            await HandAsync(agent, ticket, new { item = Item });
            await agent.Reply(ticket, "Передали разработчикам.");
            others.Add((visitor, ticket));
        }

        var release = new { id = Guid.CreateVersion7(), version = "7.6", items = new[] { Item }, textRussian = "Вышла {version} по {number}. Помогло?", textEnglish = "{version} is out for {number}. Did it help?", updateRussian = "Обновитесь.", updateEnglish = "Update." };
        (await agent.RefusalAsync(HttpMethod.Post, "/api/development/releases", release)).ShouldBe("forbidden");
        (await lead.PostAsync("/api/development/releases", release)).GetProperty("tickets").GetInt32().ShouldBe(3);
        (await lead.PostAsync("/api/development/releases", release)).GetProperty("version").GetString().ShouldBe("7.6");
        (await lead.RefusalAsync(HttpMethod.Post, "/api/development/releases", new { release.id, release.version, release.items, release.textRussian, release.textEnglish })).ShouldBeNull();
        (await lead.RefusalAsync(HttpMethod.Post, "/api/development/releases", new { id = Guid.NewGuid(), release.version, release.items, release.textRussian, release.textEnglish })).ShouldBe("development-item-released");

        var told = await helped.Messages.Until(message => message.Notice == TicketNotice.NewVersion);
        told.Said!.Russian.ShouldBe($"Вышла 7.6 по {told.TicketNumber}. Помогло?\n\nОбновитесь.", "nobody knows which version they have");
        (await agent.Open(first)).Ticket.Status.ShouldBe(TicketStatus.AwaitingCustomer);
        (await helped.Helped(helped: true, told.TicketNumber)).Status.ShouldBe(TicketStatus.Resolved);
        (await helped.Helped(helped: true, told.TicketNumber)).Feedback!.Helped.ShouldBe(true);
        (await helped.Join()).Messages[^1].Notice.ShouldBe(TicketNotice.Resolved);
        (await TestClient.RefusalOf(() => helped.Helped(helped: true, "IS-2026-999999"))).ShouldBe("ticket-not-found");
        (await TestClient.RefusalOf(() => others[0].Visitor.Helped(helped: true, told.TicketNumber))).ShouldBe("ticket-not-found");

        await others[0].Visitor.Messages.Until(message => message.Notice == TicketNotice.NewVersion);
        (await others[0].Visitor.Helped(helped: false)).Status.ShouldBe(TicketStatus.Waiting);
        await others[1].Visitor.Messages.Until(message => message.Notice == TicketNotice.NewVersion);
        (await others[1].Visitor.Send("Всё так же")).Ticket!.Status.ShouldBe(TicketStatus.Waiting);
        (await agent.Desk()).Queue.Total.ShouldBe(2);
        foreach (var (visitor, _) in others)
        {
            (await visitor.Join()).Messages.Select(message => message.Notice).OfType<TicketNotice>().ShouldBe([TicketNotice.Opened, TicketNotice.WithDevelopment, TicketNotice.NewVersion, TicketNotice.Reopened], ignoreOrder: true);
        }

        var card = await lead.GetAsync($"/api/development/items/{Item}");
        (card.GetProperty("item").GetProperty("state").GetString(), card.GetProperty("item").GetProperty("releasedIn").GetString(), card.GetProperty("told").GetInt32()).ShouldBe(("Released", "7.6", 3));
        (await agent.RefusalAsync(HttpMethod.Put, $"/api/development/items/{Item}", new { title = "Другое", severity = "Low", state = "Planned", version = 2 })).ShouldBe("development-item-released");
    }

    [Fact]
    public async Task However_many_wait_and_however_often_the_telling_is_repeated_each_is_told_once()
    {
        const int Customers = 26;
        var lead = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor));
        for (var i = 0; i < Customers; i++)
        {
            var id = Guid.CreateVersion7();
            await lead.PostAsync("/api/tickets", new { id, name = $"Клиент {i}", kind = "DevelopmentRequest", text = "Звонок", take = true });
            await HandAsync(lead, id, i == 0 ? new { item = Item, @new = new { title = "Печать чека", severity = "High" } } : new { item = Item });
        }

        var release = Guid.CreateVersion7();
        await lead.PostAsync("/api/development/releases", new { id = release, version = "7.6", items = new[] { Item }, textRussian = "Вышла", textEnglish = "Out" });
        await Eventually.HoldsAsync(async () => await ToldAsync() == Customers);
        await Eventually.HoldsAsync(async () => await LeftAsync("data ->> 'IsAgain' = 'true'") == 1);

        // As after a crash of which nobody knows how far it had come: all of it again, by two at once.
        var telling = Server.Services.GetServices<IOutboxHandler>().Single(handler => handler.Kind == "tell-of-release");
        var again = new OutboxDelivery(Guid.NewGuid(), telling.Kind, $$"""{"Release":"{{release}}","After":null,"IsAgain":true}""", 1);
        await Task.WhenAll(telling.HandleAsync(again, default), telling.HandleAsync(again, default));
        Server.Clock.Advance(Duration.FromMinutes(2));
        await Eventually.HoldsAsync(async () => await LeftAsync() == 0);

        (await ToldAsync()).ShouldBe(Customers);
        (await CountAsync("select count(*) from mt_events where type = 'release_told'")).ShouldBe(Customers);
    }

    [Fact]
    public async Task A_ticket_that_was_being_handed_over_while_its_item_was_released_is_told_too()
    {
        var lead = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Supervisor));
        var (_, agent, first) = await TakenAsync();
        await HandAsync(agent, first, new { item = Item, @new = new { title = "Печать чека", severity = "High" } });
        var (late, ticket) = await AskAsync(agent);
        await lead.PostAsync("/api/development/releases", new { id = Guid.CreateVersion7(), version = "7.6", items = new[] { Item }, textRussian = "Вышла", textEnglish = "Out" });
        await Eventually.HoldsAsync(async () => await LeftAsync("data ->> 'IsAgain' = 'true'") == 1);

        // The agent's command had looked at the item before the release, and commits only now.
        var session = Server.Store.OpenSession();
        session.Append(ticket, await session.LoadAsync<Ticket>(ticket, default), [new HandedToDevelopment(Actor.Desk, Server.Clock.GetCurrentInstant(), new(Item), "Печать чека")]);
        await session.CommitAsync(default);
        Server.Clock.Advance(Duration.FromMinutes(2));

        (await late.Messages.Until(message => message.Notice == TicketNotice.NewVersion)).Said!.Russian.ShouldBe("Вышла");
        await Eventually.HoldsAsync(async () => await LeftAsync() == 0);
        (await ToldAsync()).ShouldBe(2);
    }

    private Task<long> ToldAsync() => CountAsync("select count(*) from mt_events where type = 'customer_informed' and data ->> 'Notice' = 'NewVersion'");

    /// <summary>What is still to be told, or told again.</summary>
    private Task<long> LeftAsync(string which = "true") => CountAsync($"select count(*) from istom_outbox where kind = 'tell-of-release' and {which}");

    private async Task<long> CountAsync(string sql)
    {
        await using var command = Server.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<(TestVisitor Visitor, TestAgent Agent, Guid Ticket)> TakenAsync()
    {
        var agent = Owned(await TestAgent.OnDutyAsync(Server));
        await agent.TakeAntiforgeryTokenAsync();
        var (visitor, ticket) = await AskAsync(agent);
        return (visitor, agent, ticket);
    }

    private async Task<(TestVisitor Visitor, Guid Ticket)> AskAsync(TestAgent agent)
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        await visitor.Send("Не печатает чек");
        return (visitor, (await agent.TakeNext()).Ticket.Id);
    }

    private static async Task HandAsync(TestAgent agent, Guid ticket, object body) =>
        (await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/development", body)).ShouldBeNull();
}
