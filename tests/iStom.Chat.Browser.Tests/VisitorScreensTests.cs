using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>The visitor's card, a block, a ticket split off, and one opened for a customer.</summary>
public sealed class VisitorScreensTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    [Fact]
    public async Task A_supervisor_blocks_from_the_card_the_panel_says_until_when_and_the_block_is_lifted()
    {
        var (_, panel) = await OpenPanelAsync("i-stom");
        await WriteAsync(panel, "Купите недорого");
        var lead = await SignInAsync("Старший", Phone, AgentRole.Supervisor);
        await lead.GetByTestId("queue-item").First.TapAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Заявка", Exact = true }).TapAsync();
        await lead.GetByRole(AriaRole.Link, new() { Name = "без имени" }).TapAsync();
        await Expect(Heading(lead, "Посетитель без имени")).ToBeVisibleAsync();
        await FitsAsync(lead, "a visitor's card on a phone");

        await lead.GetByRole(AriaRole.Button, new() { Name = "Заблокировать…" }).TapAsync();
        await lead.GetByLabel("Причина").FillAsync("Реклама");
        await FitsAsync(lead, "blocking on a phone");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Заблокировать", Exact = true }).TapAsync();
        await Expect(lead.GetByText("Заблокирован: писать не может")).ToBeVisibleAsync();
        await FitsAsync(lead, "a blocked visitor on a phone");

        await WriteAsync(panel, "И ещё");
        await Expect(panel.GetByText("Поддержка не принимает ваши сообщения до 24 ноября, 12:00 (МСК).")).ToBeVisibleAsync();
        var agent = await OpenSettingsAsync("visitors", AgentRole.Agent);
        await Expect(agent.GetByRole(AriaRole.Table)).ToContainTextAsync("Реклама");
        await FitsAsync(agent, "who is blocked");
        await agent.GetByRole(AriaRole.Link, new() { Name = "Посетитель без имени" }).ClickAsync();
        await Expect(agent.GetByText("Заблокирован: писать не может")).ToBeVisibleAsync();
        await Expect(agent.GetByRole(AriaRole.Button, new() { Name = "Снять" })).ToHaveCountAsync(0);
        await agent.GetByRole(AriaRole.Button, new() { Name = "EN" }).First.ClickAsync();
        await Expect(Heading(agent, "Unnamed visitor")).ToBeVisibleAsync();
        await Expect(agent.GetByText("Blocked: may not write")).ToBeVisibleAsync();
        await FitsAsync(agent, "a blocked visitor in English");

        await lead.GetByRole(AriaRole.Button, new() { Name = "Снять" }).TapAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Снять блокировку" }).TapAsync();
        await Expect(lead.GetByRole(AriaRole.Button, new() { Name = "Заблокировать…" })).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Повторить" }).ClickAsync();
        await Expect(Messages(panel, "visitor")).ToHaveCountAsync(2);
        await Expect(panel.GetByText("Поддержка не принимает")).ToHaveCountAsync(0);
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_matter_is_split_off_and_a_call_becomes_a_ticket()
    {
        await Server.Store.AddClinicAsync(new Clinic(new(Guid.NewGuid()), "Клиника «Первая»", Tariff.Standard));
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Как закрыть смену?");
        await visitor.Send("И ещё не печатает чек");
        var desk = await SignInAsync("Сотрудник М");
        await TakeNextAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Выделить…" }).ClickAsync();
        await desk.GetByRole(AriaRole.Checkbox, new() { Name = "И ещё не печатает чек" }).CheckAsync();
        await Expect(desk.GetByText("Срок ответа пойдёт с первого отмеченного: 23 ноября, 12:00 (МСК).")).ToBeVisibleAsync();
        await FitsAsync(desk, "splitting a ticket");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Выделить в заявку" }).ClickAsync();

        await Expect(desk.GetByTestId("ticket-number")).ToHaveTextAsync("IS-2026-000002");
        await Expect(desk.GetByTestId("message").Filter(new() { HasText = "эта заявка" })).ToContainTextAsync("И ещё не печатает чек");
        await FitsAsync(desk, "a ticket that was split off");
        await desk.GetByRole(AriaRole.Button, new() { Name = "IS-2026-000001", Exact = true }).ClickAsync();
        await Expect(desk.GetByTestId("ticket-number")).ToHaveTextAsync("IS-2026-000001");

        await desk.GetByRole(AriaRole.Button, new() { Name = "Новое обращение…" }).ClickAsync();
        await desk.GetByRole(AriaRole.Searchbox, new() { Name = "Клиника" }).FillAsync("перв");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Клиника «Первая»" }).ClickAsync();
        await desk.GetByLabel("Имя").FillAsync("Администратор");
        await desk.GetByLabel("Что случилось").FillAsync("По телефону: не открывается касса");
        await desk.GetByLabel("Вид").SelectOptionAsync("WorkStopped");
        await desk.GetByLabel("Сразу взять в работу").CheckAsync();
        await FitsAsync(desk, "a ticket for a customer");
        await desk.SetViewportSizeAsync(390, 844);
        await FitsAsync(desk, "a ticket for a customer on a phone");
        await desk.SetViewportSizeAsync(1280, 720);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Открыть заявку" }).ClickAsync();

        await Expect(desk.GetByTestId("ticket-number")).ToHaveTextAsync("IS-2026-000003");
        await Expect(desk.GetByTestId("note")).ToContainTextAsync("По телефону: не открывается касса");
        await Expect(desk.GetByText("звонок или визит")).ToBeVisibleAsync();
        await Expect(desk.GetByTestId("promise")).ToContainTextAsync("14:00 (МСК)");
        await FitsAsync(desk, "a ticket that was opened for a customer");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Администратор" }).ClickAsync();
        await Expect(Heading(desk, "Администратор")).ToBeVisibleAsync();
        await FitsAsync(desk, "the card of whoever called");
        ConsoleErrors.ShouldBeEmpty();
    }
}
