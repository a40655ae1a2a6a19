using Deque.AxeCore.Playwright;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>The customer says whether the resolution helped, and how it was; the desk shows it.</summary>
public sealed class FeedbackTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    [Fact]
    public async Task A_resolution_that_did_not_help_goes_on_and_one_that_did_is_rated()
    {
        var (page, panel) = await OpenPanelAsync("i-stom", options: new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true });
        await WriteAsync(panel, "Не печатает чек");
        var desk = await SignInAsync("Сотрудник 1");
        await AnswerAsync(desk);

        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Да, помогло" })).ToBeVisibleAsync();
        await CheckAsync(page);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Нет, вопрос остался" }).ClickAsync();
        await Expect(panel.GetByTestId("promise")).ToBeVisibleAsync();
        await AnswerAsync(desk);

        await panel.GetByRole(AriaRole.Button, new() { Name = "Да, помогло" }).ClickAsync();
        await panel.Locator(".star").Nth(3).ClickAsync();
        await panel.GetByLabel("Что понравилось").FillAsync("Быстро разобрались");
        await CheckAsync(page);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Отправить оценку" }).ClickAsync();
        await Expect(panel.GetByText("Ваша оценка: 4 из 5")).ToBeVisibleAsync();
        await CheckAsync(page);

        await Expect(desk.GetByText("Оценка: 4 из 5").First).ToBeVisibleAsync();
        await Expect(desk.GetByText("Быстро разобрались").First).ToBeVisibleAsync();
        await CheckAsync(desk);
        ConsoleErrors.ShouldBeEmpty();
    }

    private static async Task AnswerAsync(IPage desk)
    {
        await TakeNextAsync(desk);
        await ReplyAsync(desk, "Проверьте кабель");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Решена" }).ClickAsync();
    }

    private static async Task CheckAsync(IPage page) =>
        (await page.RunAxe()).Violations.Select(rule => $"{rule.Id} {string.Join(" | ", rule.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
}
