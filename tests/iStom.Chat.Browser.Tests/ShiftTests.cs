using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>Agents come, go away for a while, and leave.</summary>
public sealed class ShiftTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    [Fact]
    public async Task An_agent_goes_away_by_keyboard_and_colleagues_see_it()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Как добавить кресло?");
        var maria = await SignInAsync("Сотрудник М");
        var pavel = await SignInAsync("Сотрудник П");
        var status = maria.GetByLabel("Мой статус");

        await status.FocusAsync();
        await maria.Keyboard.PressAsync("ArrowDown");

        await Expect(status).ToHaveValueAsync("Away");
        await Expect(pavel.GetByText("Не на месте: Сотрудник М")).ToBeVisibleAsync();
        await maria.GetByRole(AriaRole.Button, new() { Name = "Взять следующую" }).ClickAsync();
        await Expect(maria.GetByText("Ваш статус — «Отошёл»")).ToBeVisibleAsync();
        await FitsAsync(maria, "away");
        await maria.ReloadAsync();
        await Expect(status).ToHaveValueAsync("Away");
    }

    [Fact]
    public async Task On_a_phone_a_shift_ends_all_tickets_go_to_the_queue_with_what_is_open()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Как добавить кресло?");
        var desk = await SignInAsync("Сотрудник М", Phone);
        await TakeNextAsync(desk);
        await desk.GetByLabel("Мой статус").SelectOptionAsync("Away");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Очередь" }).TapAsync();
        await FitsAsync(desk, "away on a phone");

        await desk.GetByRole(AriaRole.Button, new() { Name = "Сдать смену…" }).TapAsync();
        await desk.GetByLabel("Что открыто по").FillAsync("Показать, где кресла");
        await FitsAsync(desk, "handing over on a phone");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сдать 1 заявку" }).TapAsync();

        await Expect(desk.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await desk.GetByTestId("queue-item").First.TapAsync();
        await Expect(desk.GetByTestId("note")).ToContainTextAsync("Показать, где кресла");
        await Expect(desk.Locator(".log").GetByText("Сдана в очередь в конце смены — Сотрудник М")).ToBeVisibleAsync();
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_supervisor_plans_a_paid_night_that_nobody_has_and_is_warned()
    {
        Server.Clock.Set(Moscow.At(2026, 11, 23, 18, 0));
        var lead = await OpenSettingsAsync("shifts", AgentRole.Supervisor, Phone);
        await FitsAsync(lead, "no shifts");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Добавить смену" }).TapAsync();
        await lead.GetByLabel("Вид").SelectOptionAsync("PaidDuty");
        await lead.GetByLabel("Начало").FillAsync("19:00");
        await lead.GetByLabel("Конец").FillAsync("10:00");
        await Expect(lead.GetByText("(следующего дня)")).ToBeVisibleAsync();
        await FitsAsync(lead, "planning");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).TapAsync();
        await Expect(lead.GetByRole(AriaRole.Button, new() { Name = "Убрать смену" })).ToBeVisibleAsync();

        await lead.ReloadAsync();
        await Expect(lead.GetByText("никого не назначено")).ToBeVisibleAsync();
        await lead.GetByRole(AriaRole.Link, new() { Name = "Смены", Exact = true }).First.TapAsync();
        await Expect(lead.GetByRole(AriaRole.Table, new() { Name = "Все смены" })).ToContainTextAsync("пока никого");
        await FitsAsync(lead, "a night without anybody");

        var agent = await OpenSettingsAsync("shifts", AgentRole.Agent);
        await Expect(agent.GetByRole(AriaRole.Table, new() { Name = "Все смены" })).ToContainTextAsync("19:00–10:00 (следующего дня)");
        await Expect(agent.GetByRole(AriaRole.Link, new() { Name = "Добавить смену" })).ToHaveCountAsync(0);
        await Expect(agent.GetByText("никого не назначено")).ToHaveCountAsync(0);
        await FitsAsync(agent, "the roster on a wide screen");
        ConsoleErrors.ShouldBeEmpty();
    }
}
