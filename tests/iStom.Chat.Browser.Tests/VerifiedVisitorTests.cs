using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.TestSupport;
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

    private async Task<(IPage Site, IFrameLocator Panel)> OpenAsync(string secret)
    {
        var page = await NewPageAsync(await NewContextAsync());
        await page.GotoAsync($"{Server.SiteOrigin()}/demo/i-stom");
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
