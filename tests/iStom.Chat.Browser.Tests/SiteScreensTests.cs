using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>Sites and their signing keys, as an administrator keeps them; what is changed is what the next visitor sees.</summary>
public sealed class SiteScreensTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    [Fact]
    public async Task A_sites_colour_and_words_are_what_the_next_visitor_sees()
    {
        var desk = await OpenSettingsAsync("sites");
        await FitsAsync(desk, "sites");
        await desk.GetByRole(AriaRole.Link, new() { Name = "i-stom.ru", Exact = true }).ClickAsync();
        await desk.GetByLabel("Цвет шапки").FillAsync("#ffeeaa");
        await desk.GetByLabel("Заголовок по-русски").FillAsync("Помощь клиникам");
        await desk.GetByLabel("Приветствие по-русски").FillAsync("Здравствуйте! Чем помочь?");
        await desk.GetByLabel("Где спасательный круг").SelectOptionAsync("Left");
        await SaveAsync(desk);
        await Expect(desk.GetByText("Слишком светлый цвет")).ToBeVisibleAsync();
        await FitsAsync(desk, "a colour that is too light");

        await desk.GetByLabel("Цвет шапки").FillAsync("#5b2a86");
        await SaveAsync(desk);
        await Expect(desk.GetByText("Сохранено.")).ToBeVisibleAsync();
        await Expect(desk.GetByText("data-site=\"i-stom\" data-position=\"left\"")).ToBeVisibleAsync();
        await FitsAsync(desk, "a site");

        var (_, panel) = await OpenPanelAsync("i-stom");
        await Expect(panel.GetByRole(AriaRole.Heading, new() { Name = "Помощь клиникам" })).ToBeVisibleAsync();
        await Expect(panel.GetByText("Здравствуйте! Чем помочь?")).ToBeVisibleAsync();
        await Expect(panel.Locator(".header")).ToHaveCSSAsync("background-color", "rgb(91, 42, 134)");
        ConsoleErrors.ShouldNotContain(error => error.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_a_third_key_waits_until_one_is_retired()
    {
        var desk = await OpenSettingsAsync("sites/cloud", options: Phone);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Добавить ключ" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await FitsAsync(desk, "the secret");
        await desk.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Готово" }).ClickAsync();
        await Expect(desk.GetByText(new System.Text.RegularExpressions.Regex("^HS256 ….{4}$"))).ToBeVisibleAsync();

        await desk.GetByLabel("Способ").SelectOptionAsync("ES256");
        await desk.GetByLabel("Открытый ключ (PEM)").FillAsync("-----BEGIN PUBLIC KEY-----");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Добавить ключ" }).ClickAsync();
        await Expect(desk.GetByText("Это не открытый ключ")).ToBeVisibleAsync();
        using var curve = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        await desk.GetByLabel("Открытый ключ (PEM)").FillAsync(curve.ExportSubjectPublicKeyInfoPem());
        await desk.GetByRole(AriaRole.Button, new() { Name = "Добавить ключ" }).ClickAsync();

        await Expect(desk.GetByText("Действуют уже два ключа.")).ToBeVisibleAsync();
        await FitsAsync(desk, "two keys");
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new("^Отозвать ключ") }).First.ClickAsync();
        await FitsAsync(desk, "before it is retired");
        await desk.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Отозвать" }).ClickAsync();
        await Expect(desk.GetByText("отозван 23 ноября 2026")).ToBeVisibleAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Добавить ключ" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_new_site_is_added_and_they_speak_English_too()
    {
        var desk = await OpenSettingsAsync("me");
        await desk.GetByRole(AriaRole.Button, new() { Name = "EN" }).First.ClickAsync();
        await desk.EvaluateAsync("location.hash = 'settings/sites/new'");
        await desk.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Key") }).FillAsync("clinic-portal");
        await desk.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Name") }).FillAsync("Portal");
        await desk.GetByLabel("Addresses of the site").FillAsync("https://portal.example.org/");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(Heading(desk, "Portal")).ToBeVisibleAsync();
        await Expect(desk.GetByText("data-site=\"clinic-portal\"")).ToBeVisibleAsync();
        (await desk.Locator(".settings-page").InnerTextAsync()).ShouldNotMatch("[А-Яа-я]");
        await FitsAsync(desk, "a new site");
    }

    private static Task SaveAsync(IPage desk) => desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
}
