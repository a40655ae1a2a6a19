using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>§1.3: a request goes to development, and comes back to its customer with a version.</summary>
public sealed class DevelopmentTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    [Fact]
    public async Task What_a_customer_asks_for_goes_to_development_and_they_say_whether_the_version_helped()
    {
        var (page, panel) = await OpenPanelAsync("i-stom", options: Phone);
        await WriteAsync(panel, "Чек печатается пустым");
        var desk = await SignInAsync("Сотрудник 1");
        await TakeNextAsync(desk);

        await desk.Locator(".log").FocusAsync();
        await desk.Keyboard.PressAsync("d");
        await Expect(desk.GetByText("Такой карточки нет")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Завести новую карточку" }).ClickAsync();
        await Expect(desk.GetByLabel("Название")).ToHaveValueAsync("Чек печатается пустым");
        await desk.GetByLabel("Важность").SelectOptionAsync("Critical");
        await FitsAsync(desk, "passing to development");
        await desk.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Передать в разработку" }).ClickAsync();
        await Expect(panel.GetByText("передано в разработку")).ToBeVisibleAsync();
        await Expect(desk.Locator(".log").GetByText("Передана в разработку: «Чек печатается пустым»")).ToBeVisibleAsync();
        await ReplyAsync(desk, "Передали разработчикам.");

        var lead = await OpenSettingsAsync("development", AgentRole.Supervisor, Phone);
        await Expect(lead.Locator(".board-card")).ToContainTextAsync("0 клиник · 1 заявка");
        await FitsAsync(lead, "the board on a phone");
        await lead.Locator(".board-card").ClickAsync();
        await Expect(lead.GetByRole(AriaRole.Table)).ToContainTextAsync("IS-2026-");
        await FitsAsync(lead, "an item on a phone");
        await lead.EvaluateAsync("location.hash = '#settings/development/release'");
        await lead.GetByLabel("Версия", new() { Exact = false }).First.FillAsync("7.6");
        await lead.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("Чек печатается пустым") }).CheckAsync();
        await FitsAsync(lead, "a version on a phone");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Выпустить", Exact = true }).ClickAsync();
        await lead.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Выпустить" }).ClickAsync();
        await Expect(lead.GetByText("Версия 7.6 выпущена.")).ToBeVisibleAsync();

        await Expect(panel.GetByText("Вышла версия 7.6")).ToBeVisibleAsync();
        await FitsAsync(page, "did it help");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Да, помогло" }).ClickAsync();
        await Expect(panel.Locator(".star").First).ToBeVisibleAsync();
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Да, помогло" })).ToHaveCountAsync(0);
        await Expect(desk.Locator(".log").GetByText("Клиенту сказано о новой версии")).ToBeVisibleAsync();
        await Expect(desk.GetByText("Решена").First).ToBeVisibleAsync();
        ConsoleErrors.ShouldBeEmpty();
    }
}
