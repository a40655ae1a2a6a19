using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>What the widget costs the page that embeds it, and which pages it gets along with.</summary>
public sealed class HostPageTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    /// <summary>performance.md, row 9: 0.4 of the lightest peer's bytes, packed.</summary>
    private const int MostBytes = 25_039;

    protected override void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, StrictPage>());

    [Fact]
    public async Task An_open_panel_takes_four_files_and_little_more_than_a_photo()
    {
        var page = await NewPageAsync(await NewContextAsync());
        List<IRequest> files = [];
        page.RequestFinished += (_, request) =>
        {
            if (request.Url.StartsWith(Server.ChatOrigin, StringComparison.Ordinal) && !request.Url.Contains("/api/", StringComparison.Ordinal))
            {
                files.Add(request);
            }
        };
        // What comes later is fetched here too, and does not come: the panel opens, sends and shows the promise without it.
        await page.RouteAsync(address => address.Contains("/assets/panel-ru-", StringComparison.Ordinal), route => route.AbortAsync());
        await page.GotoAsync($"{Server.SiteOrigin()}/demo/i-stom");

        var panel = await ShowPanelAsync(page);
        await WriteAsync(panel, "Вопрос");
        await Expect(panel.GetByTestId("promise")).ToBeVisibleAsync();

        var sizes = await Task.WhenAll(files.Select(async file => (file.Url, (await file.SizesAsync()).ResponseBodySize)));
        sizes.Length.ShouldBe(4, string.Join(", ", sizes));
        sizes.Sum(size => size.ResponseBodySize).ShouldBeLessThanOrEqualTo(MostBytes, string.Join(", ", sizes));
    }

    [Fact]
    public async Task Nothing_on_the_page_moves_when_the_lifebuoy_appears_or_the_panel_opens_and_closes()
    {
        var page = await NewPageAsync(await NewContextAsync());
        await page.AddInitScriptAsync("""
            window.shifts = [];
            new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({ type: 'layout-shift', buffered: true });
            """);
        await page.GotoAsync($"{Server.SiteOrigin()}/demo/i-stom");

        var panel = await ShowPanelAsync(page);
        await WriteAsync(panel, "Вопрос");
        await Expect(panel.GetByTestId("promise")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Закрыть чат" }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Не нужно" }).ClickAsync();
        await Expect(page.Locator("iframe")).ToBeHiddenAsync();

        (await page.EvaluateAsync<double[]>("window.shifts")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_with_a_strict_policy_and_trusted_types_gets_its_panel()
    {
        var page = await NewPageAsync(await NewContextAsync());
        await page.GotoAsync($"{Server.SiteOrigin()}/strict");

        var panel = await ShowPanelAsync(page);
        await WriteAsync(panel, "Вопрос");

        await Expect(panel.GetByTestId("promise")).ToBeVisibleAsync();
        ConsoleErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_nobody_saw_is_counted_on_the_lifebuoy_and_in_the_title_until_it_is_read()
    {
        var (page, panel) = await OpenPanelAsync("i-stom");
        var desk = await SignInAsync("Сотрудник М");
        await WriteAsync(panel, "Вопрос");
        await TakeNextAsync(desk);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Закрыть чат" }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Не нужно" }).ClickAsync();

        await ReplyAsync(desk, "Ответ");

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Чат поддержки, непрочитанных: 1" })).ToBeVisibleAsync();
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(1\) "));
        await page.GetByRole(AriaRole.Button, new() { Name = "Чат поддержки" }).ClickAsync();
        await Expect(Messages(panel, "agent")).ToHaveCountAsync(1);
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^[^(]"));
    }

    /// <summary>Serves the page whose policy allows the chat's origin and nothing else.</summary>
    private sealed class StrictPage : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) => context.Request.Path == "/strict" ? ShowAsync(context) : rest());
            next(app);
        };

        private static Task ShowAsync(HttpContext context)
        {
            var chat = $"http://chat.localhost:{context.Request.Host.Port}";
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; img-src data:; script-src {chat}; frame-src {chat}; require-trusted-types-for 'script'; trusted-types istom-chat";
            return context.Response.WriteAsync($"""
                <!doctype html><html lang="ru"><title>Строгая</title><link rel="icon" href="data:,">
                <script async src="{chat}/widget.js" data-site="i-stom"></script><body><h1>Строгая</h1>
                """);
        }
    }
}
