using System.Text.Json;
using iStom.Chat.Server.Hosting;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Pages;

/// <summary>The panel's document. Who may frame it is the site's list, which the browser enforces.</summary>
internal static class FramePage
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static void MapFramePage(this IEndpointRouteBuilder chat) => chat
        .MapGet("/frame", Show)
        .AnswersFile("getFrame", "text/html", "The panel, for the loader's iframe.", "unknown-site");

    private static IResult Show(HttpContext context, string? site, string? locale, WidgetFiles files, IOptions<ChatOptions> options)
    {
        if (options.Value.Site(site) is not { } known)
        {
            return Problems.NotFound("unknown-site");
        }

        var language = locale == "en" ? "en" : "ru";
        // The default encoder escapes <, > and &, so the element cannot be closed from inside.
        var json = JsonSerializer.Serialize(new { site = known.Key, origins = known.Origins, locale = language }, Web);
        var settings = $"""<script type="application/json" id="istom-frame">{json}</script>""" + "\n";
        var html = AppPage.Html(language, "iStom Chat", files.Entry($"src/chat/main.tsx#{language}"), settings);
        return AppPage.Result(context, html, AppPage.ContentSecurityPolicy(string.Join(' ', known.Origins), options.Value.ChatOrigin));
    }
}
