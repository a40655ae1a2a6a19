using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>Words that are written once: canned replies from the settings into a letter, and what the panel says by itself.</summary>
public sealed class WordingScreensTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    [Fact]
    public async Task A_canned_reply_is_kept_found_by_a_slash_and_sent_when_the_agent_has_filled_its_gap()
    {
        var desk = await OpenSettingsAsync("replies", AgentRole.Supervisor);
        await FitsAsync(desk, "no canned replies");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Добавить общий ответ" }).ClickAsync();
        await desk.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Название") }).FillAsync("Не печатается чек");
        await desk.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Сокращение") }).FillAsync("/Чек");
        var text = desk.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Текст по-русски") });
        await text.FillAsync("Здравствуйте, {имя}!");
        await SaveAsync(desk);
        await Expect(desk.GetByText("Строка 1, знак 15: подставить {имя} нельзя")).ToBeVisibleAsync();
        await FitsAsync(desk, "an unknown placeholder");
        await text.FillAsync("Здравствуйте, {visitor}! Проверьте кабель кассы. Заявка {ticket}.");
        await SaveAsync(desk);
        await Expect(desk.GetByRole(AriaRole.Cell, new() { Name = "/чек", Exact = true })).ToBeVisibleAsync();

        var (_, panel) = await OpenPanelAsync("i-stom");
        await WriteAsync(panel, "Не печатает чек");
        await desk.EvaluateAsync("location.hash = ''");
        await TakeNextAsync(desk);
        var box = desk.GetByRole(AriaRole.Textbox);
        await box.PressSequentiallyAsync("/че");
        await Expect(desk.GetByRole(AriaRole.Listbox, new() { Name = "Готовые ответы" }).GetByRole(AriaRole.Option)).ToContainTextAsync("Здравствуйте, [имя клиента]! Проверьте кабель кассы. Заявка IS-2026-000001.");
        await FitsAsync(desk, "the list of canned replies");
        await box.PressAsync("Enter");
        await Expect(desk.GetByText("Остались квадратные скобки")).ToBeVisibleAsync();
        await FitsAsync(desk, "a gap");
        await Expect(Messages(panel, "agent")).ToHaveCountAsync(0);
        await desk.Keyboard.TypeAsync("Мария");
        await Expect(box).ToHaveValueAsync("Здравствуйте, Мария! Проверьте кабель кассы. Заявка IS-2026-000001.");
        await box.PressAsync("Enter");

        await Expect(Messages(panel, "agent")).ToContainTextAsync("Здравствуйте, Мария! Проверьте кабель кассы. Заявка IS-2026-000001.");
        ConsoleErrors.ShouldAllBe(error => error.Contains("400", StringComparison.Ordinal), "the refusal alone");
    }

    [Fact]
    public async Task What_the_panel_says_by_itself_is_worded_and_heard_by_the_next_visitor()
    {
        var desk = await OpenSettingsAsync("texts", AgentRole.Supervisor);
        await FitsAsync(desk, "all texts");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Заявка открыта", Exact = true }).ClickAsync();
        await desk.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^По-русски") }).FillAsync("Мы всё записали: {number}. Скоро ответим.");
        await Expect(desk.GetByText("Мы всё записали: IS-2026-000123. Скоро ответим.")).ToBeVisibleAsync();
        await SaveAsync(desk);
        await Expect(desk.GetByText("Сохранено.")).ToBeVisibleAsync();
        await FitsAsync(desk, "a text of one's own");

        var (_, panel) = await OpenPanelAsync("i-stom");
        await WriteAsync(panel, "Не печатает чек");
        await Expect(panel.Locator(".notice")).ToHaveTextAsync("Мы всё записали: IS-2026-000001. Скоро ответим.");

        await desk.GetByRole(AriaRole.Button, new() { Name = "Вернуть исходный текст" }).ClickAsync();
        await desk.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Вернуть исходный текст" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Вернуть исходный текст" })).ToHaveCountAsync(0);
        await Expect(desk.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^По-русски") })).ToHaveValueAsync("");
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task They_speak_English_too()
    {
        var desk = await OpenSettingsAsync("me", AgentRole.Supervisor, Phone);
        await desk.GetByRole(AriaRole.Button, new() { Name = "EN" }).First.ClickAsync();
        foreach (var (place, heading) in ((string, string)[])[("replies", "Canned replies"), ("replies/own/new", "New reply of your own"), ("texts", "Texts")])
        {
            await desk.EvaluateAsync($"location.hash = '#settings/{place}'");
            await Expect(Heading(desk, heading)).ToBeFocusedAsync();
            (await desk.Locator(".settings-page").InnerTextAsync()).ShouldNotMatch("[А-Яа-я]", place);
            await FitsAsync(desk, heading);
        }
    }

    private static Task SaveAsync(IPage desk) => desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
}
