using System.Text.RegularExpressions;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>The editions of the regulation in the settings: read, added from a day on, changed and taken back before they hold.</summary>
public sealed class RegulationScreenTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    [Fact]
    public async Task An_edition_is_added_from_a_day_on_and_new_promises_are_made_by_it_then()
    {
        var desk = await OpenSettingsAsync("regulation");
        await Expect(Editions(desk)).ToHaveTextAsync([new Regex("действует сегодня.*с 10:00 до 19:00 \\(МСК\\).*Ответ за 2 рабочих дня \\(18 часов\\)", RegexOptions.Singleline)]);
        await desk.ShouldBeAccessibleAsync("editions");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Новая редакция" }).ClickAsync();
        await Expect(Heading(desk, "Новая редакция")).ToBeFocusedAsync();
        await desk.ShouldBeAccessibleAsync("a new edition");

        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(desk.GetByText("Заполните это поле.")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a new edition without its day");
        await desk.GetByLabel("Действует с").FillAsync("2026-11-24");
        await Standard(desk).GetByLabel("Срок ответа, часы").FillAsync("9");
        await Expect(Standard(desk)).ToContainTextAsync("Ответ за 1 рабочий день (9 часов).");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();

        await Expect(Editions(desk)).ToContainTextAsync([new Regex("С начала работы программы, до 24 ноября 2026"), new Regex("С 24 ноября 2026 г\\..*ещё не действует")]);
        await desk.ShouldBeAccessibleAsync("editions, one to come");
        ConsoleErrors.ShouldBeEmpty();
        // Its sign-in ends before the new edition holds.
        await desk.CloseAsync();
        Server.Clock.Advance(Duration.FromDays(1));
        await using var visitor = await TestVisitor.OpenAsync(Server);
        (await visitor.Send("Вопрос")).Ticket!.Promise!.Due.ShouldBe(Moscow.At(2026, 11, 25, 12, 0));
    }

    [Fact]
    public async Task An_edition_that_does_not_hold_yet_is_changed_and_taken_back()
    {
        var desk = await OpenSettingsAsync("regulation/new");
        await desk.GetByLabel("Действует с").FillAsync("2026-12-01");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await desk.GetByRole(AriaRole.Link, new() { Name = "Изменить" }).ClickAsync();
        await desk.GetByLabel("Действует с").FillAsync("2026-12-02");
        await Standard(desk).GetByLabel("Под угрозой за, часы").FillAsync("19");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(Standard(desk)).ToContainTextAsync("Так не получится");
        await desk.ShouldBeAccessibleAsync("an edition that cannot be");
        await Standard(desk).GetByLabel("Под угрозой за, часы").FillAsync("4");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(Editions(desk).Last).ToContainTextAsync(new Regex("С 2 декабря 2026 г\\..*Под угрозой — за 4 часа до срока", RegexOptions.Singleline));

        await desk.GetByRole(AriaRole.Button, new() { Name = "Отозвать" }).ClickAsync();
        await desk.ShouldBeAccessibleAsync("a question");
        await desk.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Отозвать" }).ClickAsync();

        await Expect(Editions(desk)).ToHaveCountAsync(1);
        ConsoleErrors.ShouldAllBe(error => error.Contains("400", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_English_and_on_a_phone()
    {
        var desk = await OpenSettingsAsync("regulation", options: Phone);
        await Expect(Editions(desk)).ToHaveCountAsync(1);
        await FitsAsync(desk, "phone, editions");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Новая редакция" }).ClickAsync();
        await Expect(Standard(desk)).ToBeVisibleAsync();
        await FitsAsync(desk, "phone, a new edition");

        await desk.EvaluateAsync("location.hash = '#settings/me'");
        await desk.GetByRole(AriaRole.Button, new() { Name = "EN" }).ClickAsync();
        await desk.EvaluateAsync("location.hash = '#settings/regulation'");
        await Expect(Editions(desk)).ToContainTextAsync("A reply within 2 working days (18 hours).");
        await FitsAsync(desk, "phone, editions in English");
    }

    private static ILocator Editions(IPage desk) => desk.GetByTestId("edition");

    private static ILocator Standard(IPage desk) => desk.GetByRole(AriaRole.Group, new() { Name = "Стандартная поддержка" });
}
