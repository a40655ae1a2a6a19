using System.Text;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>The manual as supervisors keep it on the desk.</summary>
public sealed class ManualScreenTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    [Fact]
    public async Task An_article_is_written_seen_as_its_readers_will_changed_and_brought_back()
    {
        var desk = await OpenSettingsAsync("manual", AgentRole.Supervisor);
        await FitsAsync(desk, "no articles");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Новая статья" }).ClickAsync();
        await desk.GetByLabel("Заголовок").FillAsync("Не печатается чек");
        await desk.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Текст") }).FillAsync("# Кабель\n\n1. **Проверьте** <img src=x onerror=alert(1)>\n2. [Сайт](https://example.org)");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Показать, как увидят читатели" }).ClickAsync();
        await Expect(desk.Locator(".rendered strong")).ToHaveTextAsync("Проверьте");
        await Expect(desk.Locator(".rendered a")).ToHaveAttributeAsync("href", "https://example.org");
        await Expect(desk.Locator(".rendered img")).ToHaveCountAsync(0);
        await FitsAsync(desk, "a preview");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(Heading(desk, "Не печатается чек")).ToBeFocusedAsync();

        await desk.GetByLabel("Заголовок").FillAsync("Чек не печатается");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(Heading(desk, "Чек не печатается")).ToBeVisibleAsync();
        await desk.GetByText("Версия 1 · Администратор").ClickAsync();
        await FitsAsync(desk, "versions");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Вернуть этот текст" }).ClickAsync();
        await desk.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Вернуть этот текст" }).ClickAsync();

        await Expect(Heading(desk, "Не печатается чек")).ToBeVisibleAsync();
        await Expect(desk.GetByText("Версия 3 · Администратор")).ToBeVisibleAsync();
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_is_shown_before_it_is_applied_and_a_wrong_file_says_where()
    {
        var desk = await OpenSettingsAsync("manual/import", AgentRole.Supervisor, Phone);
        await ChooseAsync(desk, ("receipt.md", "---\ntitle: Чек\nstate: published\n---\nТекст"), ("xray.md", "---\nлишнее: да\n---\nТекст"));
        await Expect(desk.GetByText("xray.md: Строка 2")).ToBeVisibleAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Применить" })).ToHaveCountAsync(0);
        await FitsAsync(desk, "a wrong folder");

        await ChooseAsync(desk, ("receipt.md", "---\ntitle: Чек\nstate: published\n---\nТекст"), ("xray.md", "---\ntitle: Снимок\n---\nТекст"));
        await Expect(desk.GetByText("Добавятся 2 статьи")).ToBeVisibleAsync();
        await FitsAsync(desk, "a folder");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Применить" }).ClickAsync();

        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = "Снимок" })).ToBeVisibleAsync();
        await desk.GetByLabel("Состояние").SelectOptionAsync("Published");
        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = "Снимок" })).ToHaveCountAsync(0);
        await desk.GetByLabel("Слова из заголовка или метки").FillAsync("чек");
        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = "Чек" })).ToBeVisibleAsync();
        await FitsAsync(desk, "found on a phone");
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_speaks_English_too()
    {
        var desk = await OpenSettingsAsync("me", AgentRole.Supervisor);
        await desk.GetByRole(AriaRole.Button, new() { Name = "EN" }).First.ClickAsync();
        foreach (var (place, heading) in ((string, string)[])[("manual", "Manual"), ("manual/new", "New article"), ("manual/import", "Import of articles")])
        {
            await desk.EvaluateAsync($"location.hash = '#settings/{place}'");
            await Expect(Heading(desk, heading)).ToBeFocusedAsync();
            (await desk.Locator(".settings-page").InnerTextAsync()).ShouldNotMatch("[А-Яа-я]", place);
        }
    }

    private static Task ChooseAsync(IPage desk, params (string Name, string Text)[] files) => desk.Locator("input[type=file]").SetInputFilesAsync(
        files.Select(file => new FilePayload { Name = file.Name, MimeType = "text/markdown", Buffer = Encoding.UTF8.GetBytes(file.Text) }));
}
