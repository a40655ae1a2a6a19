using System.Globalization;
using System.Text.Encodings.Web;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace iStom.Chat.Server.Demo;

/// <summary>Development only: pages that pose as the three sites (§3.1), each with the lifebuoy.</summary>
internal static class DemoSite
{
    public static void MapDemoSites(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<ChatOptions>>().Value;
        foreach (var site in options.Sites)
        {
            var host = app.MapGroup("").RequireHost(new Uri(site.Origins[0]).Host).ExcludeFromDescription();
            host.MapGet("/", () => Results.Redirect($"/demo/{site.Key}"));
            host.MapGet($"/demo/{site.Key}", (IClock clock) => Results.Content(Html(site, options, clock), "text/html; charset=utf-8"));
            host.MapGet("/demo/demo.css", () => Results.Text(Style(), "text/css"));
        }
    }

    private static string Html(SiteOptions site, ChatOptions options, IClock clock) => $"""
        <!doctype html>
        <html lang="ru">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{HtmlEncoder.Default.Encode(site.Name)} — демонстрация</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/demo/demo.css">
        <script async src="{options.ChatOrigin}/widget.js" data-site="{site.Key}"></script>
        </head>
        <body>
        <header><nav>{Links(site, options)}</nav></header>
        <main>
        <p class="note">Демонстрационная страница</p>
        <h1>Программы для стоматологических клиник</h1>
        <p>Так выглядит чат поддержки на сайте {HtmlEncoder.Default.Encode(site.Name)}: спасательный круг справа внизу.
        Напишите сообщение — появится номер заявки и срок ответа по регламенту.</p>
        <p>Переписка одна на всех трёх сайтах: начните здесь и перейдите на соседний.</p>
        {ClockNote(clock)}
        </main>
        </body>
        </html>
        """;

    private static string ClockNote(IClock clock) => clock is DemoClock { IsAhead: true }
        ? $"""
          <p class="note">Сейчас нерабочее время, поэтому часы демонстрации показывают рабочий день:
          {clock.GetCurrentInstant().InZone(RegulationEdition.Current.Zone).ToString("dddd d MMMM, HH:mm", CultureInfo.GetCultureInfo("ru-RU"))} по Москве.</p>
          """
        : "";

    private static string Links(SiteOptions current, ChatOptions options) => string.Concat(options.Sites.Select(site =>
        $"""<a href="{site.Origins[0]}/demo/{site.Key}"{(site == current ? " aria-current=\"page\"" : "")}>{HtmlEncoder.Default.Encode(site.Name)}</a>"""));

    private static string Style()
    {
        using var stream = typeof(DemoSite).Assembly.GetManifestResourceStream("demo.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
