using Deque.AxeCore.Playwright;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Sites;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>A visitor agrees before they write, leaves before the answer, says where they are reached, and takes the talk along.</summary>
public sealed class LeavingTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    [Fact]
    public async Task Consent_comes_before_the_first_message_and_contacts_with_the_leaving()
    {
        var id = SiteBook.IdOf("i-stom");
        var session = Server.Store.OpenSession();
        var site = new Site(id, "i-stom", "i-stom.ru", [Server.SiteOrigin()]) { Notice = new(new("Согласен на обработку персональных данных.", ""), "https://i-stom.ru/privacy", NeedsConsent: true) };
        session.Change(new SiteChanged(Before: null, site, Authorship.OfDesk(RunningServer.MondayNoon)), StreamVersion.None);
        await session.CommitAsync(TestContext.Current.CancellationToken);
        var (page, panel) = await OpenPanelAsync("i-stom", options: new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true });

        await Expect(panel.GetByRole(AriaRole.Checkbox)).ToBeVisibleAsync();
        await WriteAsync(panel, "Не печатает чек");
        await Expect(panel.GetByText("отметьте согласие")).ToBeVisibleAsync();
        await CheckAsync(page);
        await panel.GetByRole(AriaRole.Checkbox).CheckAsync();
        await panel.GetByRole(AriaRole.Textbox).PressAsync("Enter");
        await Expect(panel.GetByTestId("promise")).ToBeVisibleAsync();
        await Expect(panel.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(0);

        await panel.GetByText("уходите?").ClickAsync();
        await panel.GetByLabel("Электронная почта").FillAsync("a@example.org");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Сохранить контакты" }).ClickAsync();
        await Expect(panel.GetByText("Сохранили")).ToBeVisibleAsync();
        await CheckAsync(page);
        var file = await page.RunAndWaitForDownloadAsync(() => panel.GetByRole(AriaRole.Button, new() { Name = "Скачать переписку" }).ClickAsync());
        (await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken)).ShouldContain("Не печатает чек");

        var desk = await SignInAsync("Сотрудник 1");
        await TakeNextAsync(desk);
        await desk.Locator(".details a[href*='visitors']").ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = "a@example.org" })).ToBeVisibleAsync();
        await Expect(desk.GetByText("Согласие на обработку данных")).ToBeVisibleAsync();
        ConsoleErrors.ShouldBeEmpty();
    }

    private static async Task CheckAsync(IPage page) =>
        (await page.RunAxe()).Violations.Select(rule => $"{rule.Id} {string.Join(" | ", rule.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
}
