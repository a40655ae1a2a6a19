using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>
/// A tab that sleeps: nothing in it runs, and its socket may die unseen. It is a debugger that stops it, since Chromium freezes
/// no page that it takes for visible, and to a driven one all are.
/// </summary>
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

        var devTools = await DevToolsOfPanelAsync(site);
        var asleep = new TaskCompletionSource();
        devTools.Event("Debugger.paused").OnEvent += (_, _) => asleep.TrySetResult();
        await devTools.SendAsync("Debugger.enable");
        await devTools.SendAsync("Debugger.pause");
        await ReplyAsync(desk, Replies[1]);
        await asleep.Task.WaitAsync(TimeSpan.FromMinutes(2), new WallClock(), TestContext.Current.CancellationToken);
        await ReplyAsync(desk, Replies[2]);
        await CloseSocketsAsync();
        await ReplyAsync(desk, Replies[3]);
        await Expect(Messages(desk, "agent")).ToHaveCountAsync(Replies.Length);
        await devTools.SendAsync("Debugger.resume");
        await devTools.DetachAsync();

        await Expect(Messages(panel, "agent")).ToContainTextAsync(Replies);
        await WriteAsync(panel, "Спасибо");
        await Expect(Messages(desk, "visitor")).ToHaveCountAsync(2);
        await Expect(Messages(panel, "agent")).ToHaveCountAsync(Replies.Length);
    }

    /// <summary>The panel is of another site than the page, so it has a process of its own; where Chromium spares that, both sleep.</summary>
    private static async Task<ICDPSession> DevToolsOfPanelAsync(IPage site)
    {
        var panel = site.Frames.Single(frame => frame.Url.StartsWith("http", StringComparison.Ordinal) && new Uri(frame.Url).AbsolutePath == "/frame");
        try
        {
            return await site.Context.NewCDPSessionAsync(panel);
        }
        catch (PlaywrightException e) when (e.Message.Contains("does not have a separate CDP session", StringComparison.Ordinal))
        {
            return await site.Context.NewCDPSessionAsync(site);
        }
    }

    private async Task CloseSocketsAsync()
    {
        var sockets = Server.Services.GetRequiredService<LiveSockets>();
        sockets.Visitors().ToList().ForEach(sockets.CloseVisitor);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2), new WallClock());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10), new WallClock());
        while (sockets.Visitors().Length > 0)
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
