using System.Text.RegularExpressions;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>The settings in front of a desk that goes on: their places, the list of changes, both languages, a phone.</summary>
public sealed class SettingsTests(TestDatabase databases, TestBrowser browser) : SettingsTest(databases, browser)
{
    [Fact]
    public async Task They_are_fetched_when_they_are_opened_and_Back_leads_to_the_desk()
    {
        var desk = await SignInAsync("Администратор", role: AgentRole.Administrator);
        Requests.ShouldNotContain(url => url.Contains("Settings", StringComparison.Ordinal));

        await desk.GetByRole(AriaRole.Link, new() { Name = "Настройки" }).ClickAsync();
        await Expect(Heading(desk, "Моя учётная запись")).ToBeFocusedAsync();
        await desk.GetByRole(AriaRole.Link, new() { Name = "Журнал изменений" }).ClickAsync();
        await Expect(Heading(desk, "Журнал изменений")).ToBeFocusedAsync();
        await Expect(desk).ToHaveTitleAsync("Журнал изменений — iStom Chat");

        await desk.GoBackAsync();
        await Expect(Heading(desk, "Моя учётная запись")).ToBeFocusedAsync();
        await desk.Keyboard.PressAsync("Escape");
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Взять следующую" })).ToBeVisibleAsync();
        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = "Настройки" })).ToBeFocusedAsync();
        Requests.ShouldContain(url => url.Contains("desk-Settings", StringComparison.Ordinal) && url.EndsWith(".css", StringComparison.Ordinal));
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Behind_them_a_deadline_is_told_and_a_ticket_comes_to_the_front()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Программа не открывается, приём стоит.", RequestKind.WorkStopped);
        var desk = await OpenSettingsAsync("me");
        Server.Clock.Advance(Duration.FromMinutes(110));
        await desk.ReloadAsync();

        await Expect(Heading(desk, "Моя учётная запись")).ToBeVisibleAsync();
        await Expect(desk.GetByText("Подходит срок:")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("settings under an alarm");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Открыть" }).ClickAsync();

        await Expect(Messages(desk, "visitor")).ToBeVisibleAsync();
        await Expect(Heading(desk, "Моя учётная запись")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_list_of_changes_says_what_was_and_what_is_and_can_be_narrowed()
    {
        await RenameClinicAsync();
        var desk = await OpenSettingsAsync("audit");

        var entries = desk.GetByTestId("audit-entry");
        await Expect(entries).ToHaveCountAsync(2);
        await Expect(entries.First).ToContainTextAsync("Клиника «Улыбка-2»");
        await Expect(entries.First).ToContainTextAsync("с адреса 203.0.113.7");
        await Expect(entries.First.GetByRole(AriaRole.Deletion)).ToContainTextAsync("Улыбка");
        await Expect(entries.First.GetByRole(AriaRole.Insertion)).ToContainTextAsync("Улыбка-2");
        await desk.ShouldBeAccessibleAsync("changes");

        await desk.GetByLabel("Что").SelectOptionAsync("Site");
        await Expect(desk.GetByText("По этому отбору ничего нет.")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("no changes by this filter");
        await desk.ReloadAsync();
        await Expect(desk.GetByText("По этому отбору ничего нет.")).ToBeVisibleAsync();
        await desk.GoBackAsync();
        await Expect(entries).ToHaveCountAsync(2);
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_days_of_a_filter_are_whole_days_in_Moscow()
    {
        await RenameClinicAsync();
        var desk = await OpenSettingsAsync("audit?since=2026-11-23&until=2026-11-23");
        await Expect(desk.GetByTestId("audit-entry")).ToHaveCountAsync(2);

        await desk.GetByLabel("С", new() { Exact = true }).FillAsync("");
        await desk.GetByLabel("По", new() { Exact = true }).FillAsync("2026-11-22");

        await Expect(desk.GetByText("По этому отбору ничего нет.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_a_connection_they_say_so_and_try_again()
    {
        var desk = await OpenSettingsAsync("me");
        await desk.RouteAsync("**/api/audit**", route => route.AbortAsync());
        await desk.GetByRole(AriaRole.Link, new() { Name = "Журнал изменений" }).ClickAsync();
        await Expect(desk.GetByText("Нет связи с сервером. Ничего не потеряно")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("changes that cannot be read");

        await desk.UnrouteAsync("**/api/audit**");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Повторить" }).ClickAsync();

        await Expect(desk.GetByText("Пока никто ничего не менял.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_agent_sees_their_account_and_nothing_of_others()
    {
        var desk = await OpenSettingsAsync("", AgentRole.Agent);
        await Expect(Heading(desk, "Моя учётная запись")).ToBeVisibleAsync();
        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = "Журнал изменений" })).ToHaveCountAsync(0);
        await desk.ShouldBeAccessibleAsync("my account");

        await desk.EvaluateAsync("location.hash = '#settings/audit'");
        await Expect(desk.GetByText("Такого раздела нет, или он доступен не всем.")).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a section that is not theirs");
        Requests.ShouldNotContain(url => url.Contains("/api/audit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_English()
    {
        await RenameClinicAsync();
        var desk = await OpenSettingsAsync("audit");
        await desk.GetByRole(AriaRole.Button, new() { Name = "EN" }).ClickAsync();

        await Expect(Heading(desk, "Audit log")).ToBeVisibleAsync();
        await Expect(desk.GetByTestId("audit-entry").First).ToContainTextAsync(new Regex("Clinic “Улыбка-2”.*changed.*from address 203.0.113.7", RegexOptions.Singleline));
        await desk.ShouldBeAccessibleAsync("changes in English");
    }

    [Fact]
    public async Task On_a_phone_the_list_comes_first_then_a_screen()
    {
        await RenameClinicAsync();
        var desk = await OpenSettingsAsync("", options: Phone);
        await Expect(Heading(desk, "Настройки")).ToBeFocusedAsync();
        await FitsAsync(desk, "phone, list");

        await desk.GetByRole(AriaRole.Link, new() { Name = "Журнал изменений" }).ClickAsync();
        await Expect(desk.GetByTestId("audit-entry")).ToHaveCountAsync(2);
        await FitsAsync(desk, "phone, changes");

        await desk.GetByRole(AriaRole.Link, new() { Name = "Все разделы" }).ClickAsync();
        await desk.GetByRole(AriaRole.Link, new() { Name = "К заявкам" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Взять следующую" })).ToBeVisibleAsync();
    }

    /// <summary>A clinic, and a minute later its new name.</summary>
    private async Task RenameClinicAsync()
    {
        var clinic = new Clinic(new(Guid.CreateVersion7()), "Улыбка", Tariff.Standard);
        await Server.Store.AddClinicAsync(clinic);
        var session = Server.Store.OpenSession();
        var later = RunningServer.MondayNoon + Duration.FromMinutes(1);
        session.Change(new ClinicChanged(clinic, clinic with { Name = "Улыбка-2" }, new(Actor.Desk, "203.0.113.7", later)), 1);
        await session.CommitAsync(TestContext.Current.CancellationToken);
    }
}
