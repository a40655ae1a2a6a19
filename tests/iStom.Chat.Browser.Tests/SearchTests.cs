using System.Text.RegularExpressions;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Storage.Search;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>The search in front of the desk: opened by a key, found, opened, in both languages, on a phone and in the dark.</summary>
public sealed class SearchTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    [Fact]
    public async Task What_was_written_is_found_and_its_ticket_opened_without_a_mouse()
    {
        await using var visitor = await WrittenAsync();
        var desk = await SignInAsync("Сотрудник 1");
        Requests.ShouldNotContain(url => url.Contains("Search", StringComparison.Ordinal));

        await desk.Keyboard.PressAsync("Control+k");
        var field = desk.GetByRole(AriaRole.Searchbox);
        await Expect(field).ToBeFocusedAsync();
        await FitsAsync(desk, "a search");
        await field.FillAsync("квитонции");

        var messages = desk.GetByRole(AriaRole.Region, new() { Name = "Сообщения и заметки" });
        await Expect(messages.GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
        await Expect(messages.Locator("mark")).ToHaveTextAsync(["квитанция"]);
        await Expect(messages).ToContainTextAsync("<b>Ещё</b> одна");
        await FitsAsync(desk, "what was found");
        await messages.GetByRole(AriaRole.Button).FocusAsync();
        await desk.Keyboard.PressAsync("Enter");

        await Expect(desk.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(Messages(desk, "visitor")).ToContainTextAsync("квитанция");
        await desk.Locator(".log").FocusAsync();
        await desk.Keyboard.PressAsync("/");
        await Expect(field).ToBeFocusedAsync();
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_nothing_found_a_clinic_and_the_other_language()
    {
        await using var visitor = await WrittenAsync();
        await Server.Store.AddClinicAsync(new Clinic(new(Guid.NewGuid()), "Клиника «Демо-1»") { Number = "17" });
        var desk = await SignInAsync("Сотрудник 1");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Поиск" }).ClickAsync();
        var field = desk.GetByRole(AriaRole.Searchbox);
        await field.FillAsync("квитанция");
        await desk.GetByText("Фильтры", new() { Exact = true }).ClickAsync();
        await desk.GetByLabel("Вид").SelectOptionAsync("WorkStopped");
        await Expect(desk.GetByText("Ничего не нашлось")).ToBeVisibleAsync();
        await FitsAsync(desk, "nothing found");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сбросить фильтры" }).ClickAsync();
        await field.FillAsync("один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать");
        await Expect(desk.GetByText("Слишком много слов")).ToBeVisibleAsync();
        await FitsAsync(desk, "refused");
        await desk.Keyboard.PressAsync("Escape");

        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("English|EN") }).ClickAsync();
        await desk.Keyboard.PressAsync("Control+k");
        await field.FillAsync("демо");
        await Expect(desk.GetByRole(AriaRole.Region, new() { Name = "Clinics" })).ToContainTextAsync("Клиника «Демо-1»");
        await FitsAsync(desk, "in English");
        await desk.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Демо-1") }).ClickAsync();
        await Expect(Heading(desk, "Клиника «Демо-1»")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_in_the_dark()
    {
        await using var visitor = await WrittenAsync();
        var desk = await SignInAsync("Сотрудник 1", new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, ColorScheme = ColorScheme.Dark });
        await desk.GetByRole(AriaRole.Button, new() { Name = "Поиск" }).ClickAsync();
        await desk.GetByRole(AriaRole.Searchbox).FillAsync("квитанция");
        await Expect(desk.Locator(".found mark").First).ToBeVisibleAsync();
        await desk.GetByText("Фильтры", new() { Exact = true }).ClickAsync();
        await FitsAsync(desk, "a search on a phone in the dark");
    }

    /// <summary>Two tickets, of which the search has taken everything in.</summary>
    private async Task<TestVisitor> WrittenAsync()
    {
        await using var other = await TestVisitor.OpenAsync(Server);
        await other.Send("Расписание врача пропало");
        var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("<b>Ещё</b> одна квитанция не печатается");
        await Server.Services.GetRequiredService<SearchIndex>().CatchUpAsync(TestContext.Current.CancellationToken);
        return visitor;
    }
}
