using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>A reception's computer, which the next one uses too. The site is of the chat's own registrable domain, as in <see cref="PanelMemoryTests"/>.</summary>
public sealed class SharedComputerTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    private const string Question = "Завершить разговор на этом компьютере?";

    protected override void Configure(IWebHostBuilder builder) =>
        builder.UseSetting("Chat:Sites:0:Origins:0", $"http://site.chat.localhost:{new Uri(builder.GetSetting("Urls")!).Port}");

    [Fact]
    public async Task Whoever_ends_the_conversation_leaves_nothing_in_any_tab_and_the_next_one_starts_anew()
    {
        var context = await NewContextAsync();
        var (site, panel) = await OpenTabAsync(context);
        await WriteAsync(panel, "Касса не печатает");
        await Expect(panel.GetByTestId("promise")).ToBeVisibleAsync();
        var (elsewhere, other) = await OpenTabAsync(context);
        await Expect(Messages(other, "visitor")).ToHaveCountAsync(1);
        await other.GetByRole(AriaRole.Textbox).FillAsync("Недописанное");
        await Expect(panel.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Недописанное");

        await panel.GetByRole(AriaRole.Button, new() { Name = "Ещё" }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Checkbox, new() { Name = "Звук, когда приходит ответ" })).Not.ToBeCheckedAsync();
        await panel.GetByRole(AriaRole.Checkbox, new() { Name = "Звук" }).CheckAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Завершить на этом компьютере…" }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Heading, new() { Name = Question })).ToBeVisibleAsync();
        await site.ShouldBeAccessibleAsync("the question before the end");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Не завершать" }).ClickAsync();
        await Expect(Messages(panel, "visitor")).ToHaveCountAsync(1);

        await panel.GetByRole(AriaRole.Button, new() { Name = "Ещё" }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Checkbox, new() { Name = "Звук" })).ToBeCheckedAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Завершить на этом компьютере…" }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Завершить", Exact = true }).ClickAsync();
        foreach (var ended in new[] { panel, other })
        {
            await Expect(ended.GetByText("Разговор завершён.")).ToBeVisibleAsync();
            await Expect(ended.GetByText("Касса не печатает")).ToHaveCountAsync(0);
        }

        (await context.CookiesAsync()).ShouldNotContain(cookie => cookie.Name.Contains("visitor", StringComparison.Ordinal));
        var frame = site.Frames.Single(one => one.Url.Contains("/frame", StringComparison.Ordinal));
        (await frame.EvaluateAsync<string[]>("async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(({ name }) => name)]")).ShouldBeEmpty();

        await elsewhere.ReloadAsync();
        var fresh = await ShowPanelAsync(elsewhere);
        await Expect(fresh.GetByTestId("offered-promise")).ToBeVisibleAsync();
        await Expect(fresh.GetByTestId("message")).ToHaveCountAsync(0);
        await Expect(fresh.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("");
    }

    private async Task<(IPage Site, IFrameLocator Panel)> OpenTabAsync(IBrowserContext context)
    {
        var page = await NewPageAsync(context);
        await page.GotoAsync($"http://site.chat.localhost:{Server.Port}/demo/i-stom");
        return (page, await ShowPanelAsync(page));
    }
}
