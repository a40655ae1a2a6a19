using Deque.AxeCore.Playwright;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>§2: what one types is looked up in the manual, read in the panel, and helps; or it goes along with the ticket.</summary>
public sealed class ManualFirstTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_article_is_found_read_and_helps_or_stands_on_the_ticket(bool isPhoneInTheDark)
    {
        await KeepAsync("Чек не печатается", "1. Проверьте **кабель**.\n2. Смотрите [здесь](https://i-stom.ru).\n\n<b>не HTML</b>");
        var (page, panel) = await OpenPanelAsync("i-stom", options: isPhoneInTheDark
            ? new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true }
            : new());
        await panel.GetByRole(AriaRole.Textbox).FillAsync("не печятаются чеки");
        await Expect(panel.GetByText("Возможно, ответ уже есть:")).ToBeVisibleAsync();
        await CheckAsync(page);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Чек не печатается" }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Article)).ToBeFocusedAsync();
        await Expect(panel.GetByText("<b>не HTML</b>")).ToBeVisibleAsync();
        await Expect(panel.GetByRole(AriaRole.Link, new() { Name = "здесь" })).ToHaveAttributeAsync("target", "_blank");
        await CheckAsync(page);

        await panel.GetByRole(AriaRole.Button, new() { Name = "Да, помогло" }).ClickAsync();
        await Expect(panel.GetByText("Рады, что помогло")).ToBeVisibleAsync();
        await Expect(panel.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("");
        await CheckAsync(page);

        await panel.GetByRole(AriaRole.Textbox).FillAsync("чек");
        await panel.GetByRole(AriaRole.Textbox).FillAsync("чек не идёт");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Чек не печатается" }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Нет, напишу вам" }).ClickAsync();
        await panel.GetByRole(AriaRole.Textbox).PressAsync("Enter");
        await Expect(panel.GetByTestId("promise")).ToBeVisibleAsync();

        var desk = await SignInAsync("Старший", role: AgentRole.Supervisor);
        await TakeNextAsync(desk);
        var shown = desk.GetByRole(AriaRole.Link, new() { Name = "Чек не печатается" });
        await Expect(desk.GetByText("Смотрел в руководстве").First).ToBeVisibleAsync();
        await shown.ClickAsync();
        await Expect(desk.GetByText("Помогла 1 раз")).ToBeVisibleAsync();
        ConsoleErrors.ShouldBeEmpty();
    }

    private async Task KeepAsync(string title, string body)
    {
        var session = Server.Store.OpenSession();
        var article = new Article(new(Guid.NewGuid()), Language.Russian, title, body, ["касса"], Product: null, Module: null, ArticleState.Published);
        session.Change(new ArticleChanged(Before: null, article, Authorship.OfDesk(RunningServer.MondayNoon)), StreamVersion.None);
        await session.CommitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task CheckAsync(IPage page) =>
        (await page.RunAxe()).Violations.Select(rule => $"{rule.Id} {string.Join(" | ", rule.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
}
