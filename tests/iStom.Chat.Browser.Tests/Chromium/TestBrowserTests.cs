using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace iStom.Chat.Browser.Tests.Chromium;

public sealed class TestBrowserTests(TestBrowser browser)
{
    [Fact]
    public async Task A_page_of_this_machine_opens_under_any_localhost_name()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync($"<title>Чат на {context.Request.Host.Host}</title><span style='font: 40px sans-serif'>Здравствуйте</span>");
        });
        await app.StartAsync();
        var port = new Uri(app.Urls.First()).Port;

        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"http://anything.localhost:{port}/");
        (await page.TitleAsync()).ShouldBe("Чат на anything.localhost");
        (await page.EvaluateAsync<int>("document.querySelector('span').offsetWidth")).ShouldBeGreaterThan(100, "there is a font to draw with");
        (await page.EvaluateAsync<bool>("isSecureContext")).ShouldBeTrue();
    }
}
