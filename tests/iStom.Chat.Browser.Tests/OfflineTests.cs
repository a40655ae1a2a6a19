using System.Collections.Concurrent;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>
/// The server is away, tabs crash and there are several of them: what a visitor wrote stays and goes out once. The site is of
/// the chat's own registrable domain, as in <see cref="PanelMemoryTests"/>.
/// </summary>
public sealed class OfflineTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    private static readonly string[] Written = ["Касса не печатает", "Это срочно"];

    private readonly ConcurrentBag<IWebSocketRoute> _sockets = [];
    private volatile bool _isAway;

    protected override void Configure(IWebHostBuilder builder) =>
        builder.UseSetting("Chat:Sites:0:Origins:0", $"http://site.chat.localhost:{new Uri(builder.GetSetting("Urls")!).Port}");

    [Fact]
    public async Task What_was_written_while_the_server_was_away_survives_a_crash_is_seen_in_all_tabs_and_goes_out_once()
    {
        var context = await NewContextAsync();
        await context.RouteWebSocketAsync("**/hubs/**", Meet);
        await context.RouteAsync("**/hubs/**", route => _isAway ? route.AbortAsync() : route.ContinueAsync());
        var (site, panel) = await OpenTabAsync(context);
        await Expect(panel.GetByTestId("offered-promise")).ToBeVisibleAsync();

        await GoAwayAsync();
        foreach (var text in Written)
        {
            await WriteAsync(panel, text);
        }

        await Expect(panel.GetByText("Нет связи. Пишите: сообщения подождут здесь и уйдут сами.")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Textbox).FillAsync("И ещё вопр");
        await CrashAsync(site);

        var (_, after) = await OpenTabAsync(context);
        await Expect(Waiting(after)).ToContainTextAsync(Written);
        await Expect(after.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("И ещё вопр");
        var (_, other) = await OpenTabAsync(context);
        await Expect(Waiting(other)).ToContainTextAsync(Written);
        await after.GetByRole(AriaRole.Textbox).FillAsync("И ещё вопрос");
        await Expect(other.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("И ещё вопрос");

        _isAway = false;
        await Expect(Sent(after)).ToContainTextAsync(Written);
        await Expect(Sent(other)).ToContainTextAsync(Written);
        await Expect(Waiting(other)).ToHaveCountAsync(0);
        await WriteAsync(other, "Нашли провод");
        await Expect(Sent(after)).ToHaveCountAsync(3);
        await Expect(Sent(other)).ToHaveCountAsync(3);
        await Expect(after.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("");
    }

    private static ILocator Waiting(IFrameLocator panel) => panel.Locator(".own.waiting");

    private static ILocator Sent(IFrameLocator panel) => panel.Locator("[data-testid=message][data-author=visitor]:not(.waiting)");

    private async Task<(IPage Site, IFrameLocator Panel)> OpenTabAsync(IBrowserContext context)
    {
        var page = await NewPageAsync(context);
        await page.GotoAsync($"http://site.chat.localhost:{Server.Port}/demo/i-stom");
        return (page, await ShowPanelAsync(page));
    }

    private void Meet(IWebSocketRoute socket)
    {
        if (_isAway)
        {
            _ = socket.CloseAsync();
            return;
        }

        socket.ConnectToServer();
        _sockets.Add(socket);
    }

    private async Task GoAwayAsync()
    {
        _isAway = true;
        foreach (var socket in _sockets)
        {
            await socket.CloseAsync();
        }
    }

    /// <summary>The renderer dies with everything that it had not handed over.</summary>
    private static async Task CrashAsync(IPage page)
    {
        var crashed = new TaskCompletionSource();
        page.Crash += (_, _) => crashed.TrySetResult();
        var devTools = await page.Context.NewCDPSessionAsync(page);
        _ = devTools.SendAsync("Page.crash");
        await crashed.Task.WaitAsync(TimeSpan.FromMinutes(2), new WallClock(), TestContext.Current.CancellationToken);
    }
}
