using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>A reception's computer, which the next one uses too. The site is of the chat's own registrable domain, as in <see cref="PanelMemoryTests"/>.</summary>
public sealed class SharedComputerTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    private const string Question = "Завершить разговор на этом компьютере?";

    private readonly Door _door = new();

    protected override void Configure(IWebHostBuilder builder) =>
        builder.UseSetting("Chat:Sites:0:Origins:0", $"http://site.chat.localhost:{new Uri(builder.GetSetting("Urls")!).Port}")
            .ConfigureServices(services => services.AddSingleton<IStartupFilter>(_door));

    [Fact]
    public async Task Tabs_of_a_new_browser_that_open_in_the_same_moment_are_one_visitor_in_one_conversation_even_if_the_first_is_closed_at_once()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var context = await NewContextAsync();
        _door.Close();
        var (closed, _) = await OpenTabAsync(context);
        await _door.Arrived.WaitAsync(cancelled);
        var (_, first) = await OpenTabAsync(context);
        await closed.CloseAsync();
        await _door.Arrived.WaitAsync(cancelled);
        var (_, second) = await OpenTabAsync(context);
        _door.Open();

        await WriteAsync(first, "Из первой вкладки");
        await Expect(Messages(second, "visitor")).ToHaveCountAsync(1);
        await WriteAsync(second, "Из второй");
        await Expect(Messages(first, "visitor")).ToContainTextAsync(["Из первой вкладки", "Из второй"]);
        // Shown before it is sent: stored is what waits nowhere.
        await Expect(first.Locator("[data-testid=message][data-state]")).ToHaveCountAsync(0);
        await Expect(second.Locator("[data-testid=message][data-state]")).ToHaveCountAsync(0);
        await using var counts = Server.Database.CreateCommand("select array[(select count(*) from mt_doc_visitor), (select count(*) from mt_doc_conversation)]");
        (await counts.ExecuteScalarAsync(cancelled)).ShouldBeOfType<long[]>().ShouldBe([1, 1], "visitors, conversations");
    }

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

    /// <summary>While it is closed, whoever asks for a session waits before the server; who leaves meanwhile is not let in.</summary>
    private sealed class Door : IStartupFilter
    {
        private TaskCompletionSource _opened = Opened();

        /// <summary>Released once for each who had to wait.</summary>
        public SemaphoreSlim Arrived { get; } = new(0);

        public void Close() => _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _opened.SetResult();

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(PassAsync);
            next(app);
        };

        private static TaskCompletionSource Opened()
        {
            var opened = new TaskCompletionSource();
            opened.SetResult();
            return opened;
        }

        private async Task PassAsync(HttpContext context, RequestDelegate next)
        {
            if (context.Request.Path == "/api/visitor/session" && !_opened.Task.IsCompleted)
            {
                Arrived.Release();
                await _opened.Task;
                if (context.RequestAborted.IsCancellationRequested)
                {
                    return;
                }
            }

            await next(context);
        }
    }
}
