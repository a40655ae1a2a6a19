using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>A tab that the browser has frozen, as browsers do with hidden ones: nothing in it runs, and its socket may die unseen.</summary>
public sealed class SleepingTabTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    private static readonly string[] Replies = ["Ответ 1", "Ответ 2", "Ответ 3", "Ответ 4"];

    [Fact]
    public async Task A_panel_that_slept_shows_everything_once_and_in_order()
    {
        var (site, panel) = await OpenPanelAsync("i-stom");
        var desk = await SignInAsync("Сотрудник 1");
        await WriteAsync(panel, "Вопрос");
        await TakeNextAsync(desk);
        await ReplyAsync(desk, Replies[0]);
        await Expect(Messages(panel, "agent")).ToHaveCountAsync(1);

        var devTools = await site.Context.NewCDPSessionAsync(site);
        await SetLifecycleAsync(devTools, "frozen");
        await ReplyAsync(desk, Replies[1]);
        await ReplyAsync(desk, Replies[2]);
        await CloseSocketsAsync();
        await ReplyAsync(desk, Replies[3]);
        await Expect(Messages(desk, "agent")).ToHaveCountAsync(Replies.Length);
        (await Messages(panel, "agent").CountAsync()).ShouldBe(1);

        await SetLifecycleAsync(devTools, "active");

        await Expect(Messages(panel, "agent")).ToContainTextAsync(Replies);
        await WriteAsync(panel, "Спасибо");
        await Expect(Messages(desk, "visitor")).ToHaveCountAsync(2);
        await Expect(Messages(panel, "agent")).ToHaveCountAsync(Replies.Length);
    }

    private static async Task SetLifecycleAsync(ICDPSession devTools, string state) =>
        await devTools.SendAsync("Page.setWebLifecycleState", new Dictionary<string, object>(StringComparer.Ordinal) { ["state"] = state });

    private async Task CloseSocketsAsync()
    {
        var sockets = Server.Services.GetRequiredService<LiveSockets>();
        sockets.Visitors().ToList().ForEach(sockets.CloseVisitor);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), new WallClock());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10), new WallClock());
        while (sockets.Visitors().Length > 0)
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
