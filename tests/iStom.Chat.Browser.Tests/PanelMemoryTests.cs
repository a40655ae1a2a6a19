using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>
/// What a panel keeps over a reload. The site is of the chat's own registrable domain, as the real ones are: the automated
/// browser denies its storage to all others.
/// </summary>
public sealed class PanelMemoryTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    /// <summary>Whether the browser has written it down, which takes it a moment.</summary>
    private const string IsKept =
        """
        async (text) => {
          const answered = (asked) => new Promise((done, fail) => { asked.onsuccess = () => done(asked.result); asked.onerror = () => fail(asked.error); });
          for (const { name } of await indexedDB.databases()) {
            const database = await answered(indexedDB.open(name));
            const stores = [...database.objectStoreNames];
            const values = await Promise.all(stores.map((store) => answered(database.transaction(store).objectStore(store).getAll())));
            database.close();
            if (JSON.stringify(values).includes(text)) return true;
          }
          return false;
        }
        """;

    protected override void Configure(IWebHostBuilder builder) =>
        builder.UseSetting("Chat:Sites:0:Origins:0", $"http://site.chat.localhost:{new Uri(builder.GetSetting("Urls")!).Port}");

    [Fact]
    public async Task What_was_being_written_survives_a_reload_and_another_language()
    {
        var page = await NewPageAsync(await NewContextAsync());
        await page.GotoAsync($"http://site.chat.localhost:{Server.Port}/demo/i-stom");
        var panel = await ShowPanelAsync(page);
        await panel.GetByRole(AriaRole.Textbox).FillAsync("Недописанный воп");
        await Eventually.HoldsAsync(() => page.Frames.Single(one => one.Url.Contains("/frame", StringComparison.Ordinal)).EvaluateAsync<bool>(IsKept, "Недописанный воп"));

        await page.ReloadAsync();
        panel = await ShowPanelAsync(page);
        await Expect(panel.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Недописанный воп");

        await page.EvaluateAsync("() => void window.istomChat('update', { locale: 'en' })");
        await Expect(panel.GetByRole(AriaRole.Heading, new() { Name = "iStom support" })).ToBeVisibleAsync();
        await Expect(panel.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Недописанный воп");
        await Expect(panel.GetByTestId("offered-promise")).ToContainTextAsync("We will answer by");
    }
}
