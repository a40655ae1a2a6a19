using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>A visitor says on an open ticket that it is urgent (§2.2.3); staff decide, and the visitor reads what and why.</summary>
public sealed class ClaimTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    [Fact]
    public async Task A_claim_that_is_declined_says_why_in_the_thread_and_after_a_reload()
    {
        var (site, panel) = await OpenPanelAsync("i-stom");
        var desk = await SignInAsync("Сотрудник 1");
        await WriteAsync(panel, "Не печатает чек");
        await Expect(panel.GetByTestId("promise")).ToContainTextAsync("Ответим до среды 25 ноября, 12:00");

        await panel.GetByText("дело срочное?").ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Работа встала" }).ClickAsync();
        await Expect(panel.GetByTestId("promise")).ToContainTextAsync("Ответим сегодня до 14:00");
        await Expect(panel.GetByTestId("place")).ToContainTextAsync("вне очереди: дело срочное");
        await Expect(panel.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();

        await desk.GetByTestId("queue-item").ClickAsync();
        await Expect(desk.GetByTestId("queue-item")).ToContainTextAsync("критично, со слов клиента");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Отклонить…" }).ClickAsync();
        await desk.GetByLabel("почему").FillAsync("Кончилась бумага, программа работает.");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Отклонить", Exact = true }).ClickAsync();

        await Expect(panel.GetByTestId("promise")).ToContainTextAsync("Ответим до среды 25 ноября, 12:00");
        await Expect(panel.Locator(".notice").Last).ToContainTextAsync("Кончилась бумага, программа работает.");
        await Expect(desk.GetByText("Критичность отклонена — Сотрудник 1: Кончилась бумага, программа работает.").First).ToBeVisibleAsync();
        await Expect(desk.GetByText("Кончилась бумага, программа работает.")).ToHaveCountAsync(2);

        await site.ReloadAsync();
        panel = await ShowPanelAsync(site);
        await Expect(panel.Locator(".notice").Last).ToContainTextAsync("Кончилась бумага, программа работает.");
    }

    [Fact]
    public async Task A_claim_that_is_confirmed_is_told_in_the_visitors_language()
    {
        var (site, panel) = await OpenPanelAsync("i-stom");
        await WriteAsync(panel, "The cloud cannot be reached");
        await Expect(panel.GetByTestId("promise")).ToBeVisibleAsync();
        await site.EvaluateAsync("() => void window.istomChat('update', { locale: 'en' })");
        await panel.GetByText("is it urgent?").ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "A serious error" }).ClickAsync();
        await Expect(panel.GetByText("Our staff will confirm the urgency.")).ToBeVisibleAsync();

        var desk = await SignInAsync("Сотрудник 1");
        await TakeNextAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Подтвердить" }).ClickAsync();

        await Expect(panel.Locator(".notice").Last).ToHaveTextAsync("The urgency is confirmed: we are on it out of turn.");
        await Expect(desk.GetByText("Критичность подтверждена — Сотрудник 1").First).ToBeVisibleAsync();
    }
}
