using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using iStom.Chat.Browser.Tests.Chromium;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace iStom.Chat.Browser.Tests;

/// <summary>
/// TLS and names of the real kind: on http://*.localhost a browser takes much for granted that it refuses elsewhere. Two of the
/// sites share a registrable domain, the third has one of its own.
/// </summary>
public sealed class HttpsTests(TestDatabase databases, TestBrowser browser) : BrowserTest(databases, browser)
{
    private readonly TestBrowser _browser = browser;
    private readonly X509Certificate2 _certificate = MakeCertificate();

    protected override void Configure(IWebHostBuilder builder)
    {
        var port = new Uri(builder.GetSetting("Urls")!).Port;
        builder.UseSetting("Chat:ChatOrigin", $"https://chat.support.test:{port}");
        builder.UseSetting("Chat:DeskOrigin", $"https://desk.support.test:{port}");
        string[] hosts = ["www.i-stom.test", "cloud.i-stom.test", "partner.test"];
        foreach (var (i, host) in hosts.Index())
        {
            builder.UseSetting($"Chat:Sites:{i}:Origins:0", $"https://{host}:{port}");
        }

        builder.ConfigureKestrel(options => options.ConfigureEndpointDefaults(endpoint => endpoint.UseHttps(_certificate)));
    }

    [Fact]
    public async Task The_visitors_key_is_kept_from_scripts_and_from_other_sites_and_the_conversation_survives_a_reload()
    {
        var spki = Convert.ToBase64String(SHA256.HashData(_certificate.PublicKey.ExportSubjectPublicKeyInfo()));
        await using var chromium = await _browser.LaunchAsync("--host-resolver-rules=MAP *.test 127.0.0.1", $"--ignore-certificate-errors-spki-list={spki}");
        await using var context = await _browser.NewContextAsync(new() { Locale = "ru-RU" }, chromium);
        var (site, panel) = await OpenAsync(context, "www.i-stom.test/demo/i-stom");
        await panel.GetByLabel("Прикрепить файл").SetInputFilesAsync(new FilePayload { Name = "касса.log", MimeType = "text/plain", Buffer = "нет бумаги"u8.ToArray() });
        await WriteAsync(panel, "Касса не печатает");
        await Expect(panel.GetByTestId("promise")).ToBeVisibleAsync();
        var file = await site.RunAndWaitForDownloadAsync(() => panel.GetByRole(AriaRole.Button, new() { NameRegex = new("касса.log") }).ClickAsync());
        (await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken)).ShouldBe("нет бумаги");

        var key = (await context.CookiesAsync()).Single(cookie => cookie.Name == "__Host-istom-visitor");
        (key.Secure, key.HttpOnly, key.SameSite, key.PartitionKey).ShouldBe((true, true, SameSiteAttribute.None, "https://i-stom.test"));
        var frame = site.Frames.Single(one => one.Url.Contains("/frame", StringComparison.Ordinal));
        (await frame.EvaluateAsync<bool>("isSecureContext && document.cookie === ''")).ShouldBeTrue();

        // What waits is kept where the browser lets a frame of another site keep anything; else the panel says that it is not.
        var isKept = await frame.EvaluateAsync<bool>("new Promise((done) => { try { const asked = indexedDB.open('tried'); asked.onsuccess = () => done(true); asked.onerror = () => done(false); } catch { done(false); } })");
        await panel.GetByRole(AriaRole.Textbox).FillAsync("Недописанное");
        await site.ReloadAsync();
        panel = await ShowPanelAsync(site);
        await Expect(Messages(panel, "visitor")).ToHaveCountAsync(1);
        await Expect(panel.GetByRole(AriaRole.Textbox)).ToHaveValueAsync(isKept ? "Недописанное" : "");

        var (_, cloud) = await OpenAsync(context, "cloud.i-stom.test/demo/cloud");
        await Expect(Messages(cloud, "visitor")).ToHaveCountAsync(1);
        var (_, partner) = await OpenAsync(context, "partner.test/demo/support");
        await Expect(partner.GetByTestId("offered-promise")).ToBeVisibleAsync();
        await Expect(Messages(partner, "visitor")).ToHaveCountAsync(0);
        ConsoleErrors.ShouldBeEmpty();
    }

    private async Task<(IPage Site, IFrameLocator Panel)> OpenAsync(IBrowserContext context, string address)
    {
        var (host, path) = (address.Split('/', 2)[0], address.Split('/', 2)[1]);
        var page = await NewPageAsync(context);
        await page.GotoAsync($"https://{host}:{Server.Port}/{path}");
        return (page, await ShowPanelAsync(page));
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        string[] hosts = ["*.support.test", "*.i-stom.test", "partner.test"];
        foreach (var host in hosts)
        {
            names.AddDnsName(host);
        }

        var request = new CertificateRequest("CN=iStom Chat tests", pair, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        var now = new WallClock().GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
    }
}
