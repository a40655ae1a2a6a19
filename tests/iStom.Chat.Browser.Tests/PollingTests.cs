using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>A clinic's proxy lets no WebSocket through.</summary>
public sealed class PollingTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    private static readonly string[] Questions = ["Как добавить кресло?", "И второе?", "Нашёл, спасибо"];

    [Fact]
    public async Task The_main_job_goes_on_over_HTTP_where_no_WebSocket_gets_through()
    {
        var context = await NewContextAsync();
        await context.RouteWebSocketAsync("**/hubs/visitor*", socket => _ = socket.CloseAsync());
        var (_, panel) = await OpenPanelAsync("i-stom", context);
        var desk = await SignInAsync("Сотрудник 1");

        await WriteAsync(panel, Questions[0]);
        await WriteAsync(panel, Questions[1]);
        await Expect(panel.GetByTestId("ticket-number").First).ToContainTextAsync("IS-2026-000001");
        await TakeNextAsync(desk);
        await ReplyAsync(desk, "В разделе «Кресла» нажмите плюс.");
        await Expect(Messages(panel, "agent")).ToContainTextAsync(["В разделе «Кресла»"]);
        await WriteAsync(panel, Questions[2]);

        await Expect(Messages(desk, "visitor")).ToContainTextAsync(Questions);
        await Expect(panel.Locator("[data-state=read]")).ToHaveCountAsync(Questions.Length);
        await Expect(panel.Locator(".link.lost")).ToHaveCountAsync(0);
        Requests.ShouldContain(address => address.Contains("/hubs/visitor/negotiate", StringComparison.Ordinal));
        Requests.ShouldNotContain(address => address.Contains("://desk", StringComparison.Ordinal) && address.Contains("/negotiate", StringComparison.Ordinal));
    }
}
