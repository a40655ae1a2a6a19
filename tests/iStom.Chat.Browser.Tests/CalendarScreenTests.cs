using System.Text;
using System.Text.RegularExpressions;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>The production calendar in the settings: looked at, imported, edited by day, on a real server.</summary>
public sealed class CalendarScreenTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    private const string Decree = "Постановление Правительства РФ от 16.11.2026 № 1999";

    /// <summary>2026 as it is, with Tuesday 24 November off.</summary>
    private const string TuesdayOff =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <calendar year="2026" lang="ru" date="2025.09.24" country="ru">
          <holidays><holiday id="9" title="Дополнительный выходной"/></holidays>
          <days>
            <day d="01.01" t="1"/><day d="01.02" t="1"/><day d="01.05" t="1"/><day d="01.06" t="1"/><day d="01.07" t="1"/><day d="01.08" t="1"/>
            <day d="01.09" t="1" f="01.03"/><day d="02.23" t="1"/><day d="03.09" t="1" f="03.08"/>
            <day d="04.30" t="2"/><day d="05.01" t="1"/><day d="05.08" t="2"/><day d="05.11" t="1" f="05.09"/>
            <day d="06.11" t="2"/><day d="06.12" t="1"/><day d="11.03" t="2"/><day d="11.04" t="1"/>
            <day d="11.24" t="1" h="9"/>
            <day d="12.31" t="1" f="01.04"/>
          </days>
        </calendar>
        """;

    [Fact]
    public async Task A_file_is_imported_after_its_effect_on_days_and_promises_was_seen()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Как выгрузить отчёт?");
        var desk = await OpenSettingsAsync("calendar/2026", AgentRole.Supervisor);
        await Expect(desk.GetByText("9 — выходной за 3 января")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a year");

        await ChooseAsync(desk, TuesdayOff);
        await desk.GetByLabel("Постановление о переносе выходных").FillAsync(Decree);
        await desk.ShouldBeAccessibleAsync("an import");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Посмотреть, что изменится" }).ClickAsync();

        await Expect(Row(desk, "вторник, 24 ноября")).ToContainTextAsync(new Regex("рабочий день.*Дополнительный выходной"));
        await Expect(desk.GetByText("Сдвинется срок 1 заявки.")).ToBeVisibleAsync();
        await Expect(Row(desk, "25 ноября 2026 г., 12:00 (МСК)")).ToContainTextAsync("26 ноября 2026 г., 12:00 (МСК)");
        await desk.ShouldBeAccessibleAsync("a preview");

        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(desk.GetByText("Календарь сохранён.")).ToBeVisibleAsync();
        await Expect(desk.GetByText("24 — Дополнительный выходной")).ToBeVisibleAsync();
        await Expect(desk.GetByText(Decree)).ToBeVisibleAsync();
        await visitor.Tickets.Until(ticket => ticket.Promise?.Due == Moscow.At(2026, 11, 26, 12, 0));
        await desk.ShouldBeAccessibleAsync("a year that was saved");
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bad_file_is_refused_with_its_line_and_can_be_chosen_anew()
    {
        var desk = await OpenSettingsAsync("calendar/2026", AgentRole.Supervisor);
        await ChooseAsync(desk, TuesdayOff.Replace("d=\"11.24\"", "d=\"11.31\"", StringComparison.Ordinal));
        await desk.GetByRole(AriaRole.Button, new() { Name = "Посмотреть, что изменится" }).ClickAsync();

        await Expect(desk.GetByRole(AriaRole.Main).GetByRole(AriaRole.Alert)).ToContainTextAsync(new Regex("Строка 9.*Такого дня в году нет: 11.31.", RegexOptions.Singleline));
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" })).ToHaveCountAsync(0);
        await desk.ShouldBeAccessibleAsync("a file that was refused");

        await desk.GetByRole(AriaRole.Button, new() { Name = "Вернуться к правкам" }).ClickAsync();
        await ChooseAsync(desk, TuesdayOff);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Посмотреть, что изменится" }).ClickAsync();
        await Expect(desk.GetByText("Изменится 1 день.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_day_is_edited_by_keyboard()
    {
        var desk = await OpenSettingsAsync("calendar/2026", AgentRole.Supervisor);
        await desk.Locator("[aria-current=date]").FocusAsync();
        foreach (var key in (string[])["ArrowDown", "ArrowRight", "ArrowRight", "Enter"])
        {
            await desk.Keyboard.PressAsync(key);
        }

        await Expect(desk.GetByRole(AriaRole.Dialog, new() { Name = "Среда, 2 декабря" })).ToBeVisibleAsync();
        await desk.GetByLabel("Каким будет день").SelectOptionAsync("Holiday");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Готово" }).ClickAsync();
        await Expect(desk.GetByText("Заполните это поле.")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a day that lacks its name");
        await desk.GetByLabel("Название по-русски").FillAsync("Нерабочий день");
        await desk.Keyboard.PressAsync("Enter");

        await Expect(desk.Locator("[data-date='2026-12-02']")).ToBeFocusedAsync();
        await Expect(desk.GetByText("2 — Нерабочий день")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a year with an edit");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Посмотреть, что изменится" }).ClickAsync();
        await Expect(desk.GetByText("Открытые сроки не сдвинутся.")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(desk.GetByText("Календарь сохранён.")).ToBeVisibleAsync();
        await desk.ReloadAsync();
        await Expect(desk.GetByText("2 — Нерабочий день")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_comes_second_sees_what_their_edit_does_to_the_first_ones()
    {
        var desk = await OpenSettingsAsync("calendar/2026", AgentRole.Supervisor);
        var other = await OpenSettingsAsync("calendar/2026");
        await EditAsync(desk, "2026-12-02");
        await EditAsync(other, "2026-12-03");
        await other.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(other.GetByText("Календарь сохранён.")).ToBeVisibleAsync();

        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Main).GetByRole(AriaRole.Alert)).ToContainTextAsync("календарь изменил кто-то другой");
        await desk.ShouldBeAccessibleAsync("a collision");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Загрузить заново" }).ClickAsync();
        await Expect(desk.GetByText("Рабочих дней в году было 246, станет 245.")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" }).ClickAsync();

        await Expect(desk.GetByText("2–3 — Нерабочий день")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_agent_looks_and_changes_nothing()
    {
        var desk = await OpenSettingsAsync("calendar/2026", AgentRole.Agent);
        await desk.Locator("[data-date='2026-01-09']").ClickAsync();

        await Expect(desk.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Сейчас: выходной за 3 января.");
        await desk.ShouldBeAccessibleAsync("a day, for an agent");
        await desk.Keyboard.PressAsync("Escape");
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Загрузить из файла" })).ToHaveCountAsync(0);
        await desk.ShouldBeAccessibleAsync("a year, for an agent");
    }

    [Fact]
    public async Task A_provisional_year_warns_in_English_too()
    {
        var desk = await OpenSettingsAsync("calendar/2028", AgentRole.Supervisor);
        await Expect(desk.GetByText("Календарь 2028 года предварительный")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a provisional year");
        await desk.GetByRole(AriaRole.Button, new() { Name = "EN" }).ClickAsync();

        await Expect(desk.GetByText("The calendar of 2028 is provisional")).ToBeVisibleAsync();
        await Expect(desk.GetByText("1 — Spring and Labour Day")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a provisional year in English");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Calendar of 2027" }).ClickAsync();
        await Expect(Heading(desk, "Production calendar of 2027")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_a_phone()
    {
        var desk = await OpenSettingsAsync("calendar/2026", AgentRole.Supervisor, Phone);
        await Expect(desk.GetByText("9 — выходной за 3 января")).ToBeVisibleAsync();
        await FitsAsync(desk, "phone, a year");
        await EditAsync(desk, "2026-12-02");
        await FitsAsync(desk, "phone, a preview");
    }

    private static ILocator Row(IPage desk, string text) => desk.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    private static async Task ChooseAsync(IPage desk, string file)
    {
        await desk.GetByRole(AriaRole.Button, new() { Name = "Загрузить из файла" }).ClickAsync();
        await desk.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "calendar.xml", MimeType = "text/xml", Buffer = Encoding.UTF8.GetBytes(file) });
        await Expect(desk.GetByText("К загрузке: calendar.xml.")).ToBeVisibleAsync();
    }

    /// <summary>Makes a day a holiday, up to where it could be saved.</summary>
    private static async Task EditAsync(IPage desk, string date)
    {
        await desk.Locator($"[data-date='{date}']").ClickAsync();
        await desk.GetByLabel("Каким будет день").SelectOptionAsync("Holiday");
        await desk.GetByLabel("Название по-русски").FillAsync("Нерабочий день");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Готово" }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Посмотреть, что изменится" }).ClickAsync();
        await Expect(desk.GetByText("Изменится 1 день.")).ToBeVisibleAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Сохранить" })).ToBeInViewportAsync();
    }
}
