using System.Collections.Concurrent;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>A real server with the built widget, and what visitors and agents do in a browser.</summary>
public abstract class BrowserTest(TestDatabase databases, TestBrowser browser) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];

    protected RunningServer Server { get; private set; } = null!;

    /// <summary>Every address that any page asked for.</summary>
    protected ConcurrentBag<string> Requests { get; } = [];

    /// <summary>What browsers complained of: errors, broken policies.</summary>
    protected ConcurrentBag<string> ConsoleErrors { get; } = [];

    public async ValueTask InitializeAsync() => Server = await RunningServer.StartAsync(databases, Configure);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }

        await Server.DisposeAsync();
    }

    /// <summary>Settings of the test's own.</summary>
    protected virtual void Configure(IWebHostBuilder builder)
    {
    }

    /// <summary>Opens a page that poses as one of the sites and clicks the lifebuoy.</summary>
    protected async Task<(IPage Site, IFrameLocator Panel)> OpenPanelAsync(string site, IBrowserContext? context = null, BrowserNewContextOptions? options = null)
    {
        var page = await NewPageAsync(context ?? await NewContextAsync(options));
        await page.GotoAsync($"{Server.SiteOrigin(site == "i-stom" ? site : $"{site}.i-stom")}/demo/{site}");
        return (page, await ShowPanelAsync(page));
    }

    /// <summary>Clicks the lifebuoy.</summary>
    protected static async Task<IFrameLocator> ShowPanelAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Чат поддержки" }).ClickAsync();
        var panel = page.FrameLocator("iframe");
        await Expect(panel.GetByRole(AriaRole.Textbox)).ToBeVisibleAsync();
        return panel;
    }

    protected static async Task WriteAsync(IFrameLocator panel, string text)
    {
        await panel.GetByRole(AriaRole.Textbox).FillAsync(text);
        await panel.GetByRole(AriaRole.Textbox).PressAsync("Enter");
    }

    /// <summary>An agent in a browser of their own, at the desk.</summary>
    protected async Task<IPage> SignInAsync(string name, BrowserNewContextOptions? options = null, AgentRole role = AgentRole.Agent)
    {
        var account = await Server.AddAgentAsync(name, paidSupport: false, role);
        var page = await NewPageAsync(await NewContextAsync(options));
        await page.GotoAsync($"{Server.DeskOrigin}/desk");
        await page.GetByLabel("Электронная почта").FillAsync(account.Email);
        await page.GetByLabel("Пароль").FillAsync(RunningServer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Взять следующую" })).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Waits until the queue shows somebody, and takes them: their conversation comes to the front.</summary>
    protected static async Task TakeNextAsync(IPage desk)
    {
        await Expect(desk.GetByTestId("queue-item").First).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Взять следующую" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Log)).ToBeVisibleAsync();
    }

    protected static Task ReplyAsync(IPage desk, string text) => SayAsync(desk, "Ответ", text);

    protected static Task NoteAsync(IPage desk, string text) => SayAsync(desk, "Заметка", text);

    protected static ILocator Messages(IFrameLocator panel, string author) => panel.Locator($"[data-testid=message][data-author={author}]");

    protected static ILocator Messages(IPage desk, string author) => desk.Locator($"[data-testid=message][data-author={author}]");

    private static async Task SayAsync(IPage desk, string mode, string text)
    {
        await desk.GetByRole(AriaRole.Radio, new() { NameRegex = new(mode) }).CheckAsync();
        var composer = desk.GetByRole(AriaRole.Textbox);
        await composer.FillAsync(text);
        await composer.PressAsync("Enter");
        await Expect(composer).ToHaveValueAsync("");
    }

    protected async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.Locale = "ru-RU";
        var context = await browser.NewContextAsync(options);
        _contexts.Add(context);
        return context;
    }

    protected async Task<IPage> NewPageAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        page.Request += (_, request) => Requests.Add(request.Url);
        page.WebSocket += (_, socket) => Requests.Add(socket.Url);
        page.PageError += (_, error) => ConsoleErrors.Add(error);
        page.Console += (_, message) =>
        {
            // The first look whether somebody is signed in answers 401, which browsers report by themselves.
            if (message.Type == "error" && !message.Text.Contains("401", StringComparison.Ordinal))
            {
                ConsoleErrors.Add(message.Text);
            }
        };
        return page;
    }
}
