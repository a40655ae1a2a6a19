using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>A page that says who is signed in: its visitor is known on the desk, and one that says it wrongly is served all the same.</summary>
public sealed class VerifiedVisitorTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    /// <summary>Signs as the site's server would, with the page's own cryptography.</summary>
    private const string Identify =
        """
        ([secret, iat]) => {
          const part = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
          const text = (content) => new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
          window.told = [];
          istomChat('on', 'error', ({ code }) => window.told.push(code));
          istomChat('identify', async () => {
            const claims = { aud: 'i-stom', clinic: '1001', sub: 'user-1', name: 'Пользователь 1', iat, exp: iat + 120, jti: crypto.randomUUID() };
            const signed = `${part(text({ alg: 'HS256', typ: 'JWT' }))}.${part(text(claims))}`;
            const key = await crypto.subtle.importKey('raw', text(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
            return `${signed}.${part(new Uint8Array(await crypto.subtle.sign('HMAC', key, text(signed))))}`;
          });
        }
        """;

    /// <summary>Of the chat's own registrable domain, as in <see cref="PanelMemoryTests"/>: others' frames keep nothing here.</summary>
    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Chat:Sites:0:Origins:0", OwnSite(new Uri(builder.GetSetting("Urls")!).Port));

    [Fact]
    public async Task Staff_see_who_writes_and_the_thread_is_the_same_in_another_browser()
    {
        var secret = await SecretAsync();
        var (site, panel) = await OpenAsync(secret);
        await WriteAsync(panel, "Касса не печатает");
        await Expect(panel.GetByTestId("promise")).ToBeVisibleAsync();

        var desk = await SignInAsync("Сотрудник");
        await TakeNextAsync(desk);
        await Expect(desk.GetByText("личность подтверждена")).ToBeVisibleAsync();
        await Expect(desk.GetByText("Пользователь 1").First).ToBeVisibleAsync();
        await desk.ShouldBeAccessibleAsync("a verified visitor");

        var (_, elsewhere) = await OpenAsync(secret);
        await Expect(elsewhere.GetByText("Касса не печатает")).ToBeVisibleAsync();
        Requests.ShouldNotContain(url => url.Contains("eyJ", StringComparison.Ordinal), "no token in an address");
        (await site.EvaluateAsync<string[]>("window.told")).ShouldBeEmpty();
        await Expect(site.Locator("iframe")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_word_that_is_not_taken_leaves_an_ordinary_visitor()
    {
        await SecretAsync();
        var (_, panel) = await OpenAsync(new string('x', 43));
        await WriteAsync(panel, "Вопрос");
        await Expect(panel.GetByTestId("promise")).ToBeVisibleAsync();

        var desk = await SignInAsync("Сотрудник");
        await TakeNextAsync(desk);
        await Expect(desk.GetByText("личность не подтверждена")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_not_sent_before_the_sign_in_waits_until_its_writer_says_that_it_is_theirs()
    {
        var secret = await SecretAsync();
        var context = await NewContextAsync();
        var anonymous = await NewPageAsync(context);
        await anonymous.GotoAsync($"{OwnSite(Server.Port)}/demo/i-stom");
        var before = await ShowPanelAsync(anonymous);
        await Expect(before.GetByTestId("offered-promise")).ToBeVisibleAsync();
        await context.SetOfflineAsync(true);
        await WriteAsync(before, "Касса не печатает");
        await Expect(before.GetByText("Ждёт связи")).ToBeVisibleAsync();
        await anonymous.CloseAsync();
        await context.SetOfflineAsync(false);

        var (site, panel) = await OpenAsync(secret, context);
        await Expect(panel.GetByText("Вы написали это до входа на сайт, и оно не отправлено:")).ToBeVisibleAsync();
        await Expect(Messages(panel, "visitor")).ToHaveCountAsync(0);
        await site.ShouldBeAccessibleAsync("a letter from before the sign-in");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Отправить от моего имени" }).ClickAsync();
        await Expect(Messages(panel, "visitor")).ToHaveCountAsync(1);
        await Expect(panel.GetByTestId("promise")).ToBeVisibleAsync();

        var desk = await SignInAsync("Сотрудник");
        await TakeNextAsync(desk);
        await Expect(desk.GetByText("личность подтверждена")).ToBeVisibleAsync();
        await Expect(Messages(desk, "visitor")).ToContainTextAsync("Касса не печатает");
    }

    private static string OwnSite(int port) => $"http://site.chat.localhost:{port}";

    private async Task<(IPage Site, IFrameLocator Panel)> OpenAsync(string secret, IBrowserContext? context = null)
    {
        var page = await NewPageAsync(context ?? await NewContextAsync());
        await page.GotoAsync($"{OwnSite(Server.Port)}/demo/i-stom");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Чат поддержки" })).ToBeVisibleAsync();
        await page.EvaluateAsync(Identify, new object[] { secret, Server.Clock.GetCurrentInstant().ToUnixTimeSeconds() });
        return (page, await ShowPanelAsync(page));
    }

    private async Task<string> SecretAsync()
    {
        await Server.Store.AddClinicAsync(new Clinic(new(Guid.NewGuid()), "Клиника «Первая»", Tariff.Standard) { Number = "1001" });
        await using var administrator = await TestAgent.SignedInAsync(Server, AgentRole.Administrator);
        var site = (await administrator.GetAsync("/api/sites")).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("key").GetString() == "i-stom");
        return (await administrator.PostAsync($"/api/sites/{site.GetProperty("id").GetString()}/keys", new { algorithm = "HS256" })).GetProperty("secret").GetString()!;
    }
}
