using System.Text.Json;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Sites;
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

    private static IResult Show(HttpContext context, string? site, string? locale, WidgetFiles files, SiteBook sites, IOptions<ChatOptions> options)
    {
        if (sites.Find(site) is not { } known)
        {
            return Problems.NotFound("unknown-site");
        }

        var language = locale == "en" ? "en" : "ru";
        // The default encoder escapes <, > and &, so the element cannot be closed from inside.
        var json = JsonSerializer.Serialize(new { site = known.Key, origins = known.Origins, locale = language, words = Words(known, language) }, Web);
        var style = known.Colour is { } colour ? $":root{{--brand:{colour}}}" : "";
        var settings = $"""{(style.Length == 0 ? "" : $"<style>{style}</style>\n")}<script type="application/json" id="istom-frame">{json}</script>""" + "\n";
        var html = AppPage.Html(language, "iStom Chat", files.Entry($"src/chat/main.tsx#{language}"), settings);
        var ancestors = known.Origins.Count == 0 ? "'none'" : string.Join(' ', known.Origins);
        return AppPage.Result(context, html, AppPage.ContentSecurityPolicy(ancestors, options.Value.ChatOrigin, style));
    }

    /// <summary>The site's own words, under the panel's names for them; those that it has not are the product's.</summary>
    private static Dictionary<string, string> Words(Site site, string language)
    {
        var spoken = language == "en" ? Language.English : Language.Russian;
        var words = new[] { ("title", site.Title), ("empty.text", site.Greeting) };
        return words.Where(word => word.Item2.In(spoken).Length > 0).ToDictionary(word => word.Item1, word => word.Item2.In(spoken), StringComparer.Ordinal);
    }
}
