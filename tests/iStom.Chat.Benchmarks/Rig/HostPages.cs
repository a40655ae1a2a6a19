using System.Security.Cryptography;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>A site with the lifebuoy, the same page without it, and one whose button opens a static page instead of a panel.</summary>
internal sealed class HostPages : IAsyncDisposable
{
    /// <summary>The lifebuoy's name, and that of the button which stands in its place.</summary>
    public const string Button = "Чат поддержки";

    private static readonly string Paragraphs = string.Concat(Enumerable.Repeat("<p>Программы для стоматологических клиник: запись пациентов, снимки, план лечения, справки для налоговой.</p>", 40));
    private readonly int _port = FreePort.Find();
    private WebApplication? _app;
    private byte[] _filler = [];

    /// <summary>What the static page takes over the wire, in bytes.</summary>
    public int Filled => _filler.Length;

    public string SiteOrigin => $"http://i-stom.localhost:{_port}";

    public string WithLifebuoy => $"{SiteOrigin}/with";

    public string Without => $"{SiteOrigin}/without";

    public string WithStaticPage => $"{SiteOrigin}/static";

    /// <summary>Another site's, as the panel is: in a process of its own.</summary>
    private string FrameOrigin => $"http://frame.localhost:{_port}";

    /// <param name="chat">Where the widget comes from.</param>
    public Task StartAsync(string chat)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{_port}");
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.UseRouting();
        Map("/without", Page(""));
        Map("/with", Page($"""<script async src="{chat}/widget.js" data-site="i-stom"></script>"""));
        Map("/static", Page(StaticButton));
        Map("/frame", StaticFrame);
        _app.MapGet("/filler.js", FillAsync);
        _app.UseEndpoints(_ => { });
        return _app.StartAsync();
    }

    /// <summary>How many bytes the static page takes over the wire: in one file, which a browser keeps, and which no packing makes smaller.</summary>
    public void Fill(int bytes) => _filler = [.. "//"u8, .. Convert.ToHexString(RandomNumberGenerator.GetBytes(bytes / 2)).Select(letter => (byte)letter)];

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Map(string path, string html) => _app!.MapGet(path, context =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        return context.Response.WriteAsync(html);
    });

    private Task FillAsync(HttpContext context)
    {
        context.Response.ContentType = "text/javascript";
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return context.Response.Body.WriteAsync(_filler).AsTask();
    }

    private static string Page(string end) => $"""
        <!doctype html><html lang="ru"><meta charset="utf-8"><title>i-stom.ru</title><link rel="icon" href="data:,">
        <body><h1>Программы для клиник</h1>{Paragraphs}{end}</body></html>
        """;

    /// <summary>Does with the iframe what the loader does.</summary>
    private string StaticButton => $$"""
        <button aria-label="{{Button}}" style="position:fixed;right:20px;bottom:20px;width:60px;height:60px">?</button>
        <script>
        document.querySelector('button').onclick = () => {
          const frame = document.createElement('iframe');
          frame.src = '{{FrameOrigin}}/frame';
          frame.style.cssText = 'position:fixed;right:20px;bottom:92px;width:380px;height:600px';
          document.body.append(frame);
          frame.focus();
        };
        </script>
        """;

    private const string StaticFrame = """
        <!doctype html><html lang="ru"><meta charset="utf-8"><title>i-stom.ru</title><script src="/filler.js"></script>
        <div class="empty"><h2>Здравствуйте!</h2></div><textarea></textarea><script>document.querySelector('textarea').focus()</script>
        """;
}
