using System.Text.Json;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Sites;
using iStom.Chat.Domain.Wording;
using iStom.Chat.Server.Hosting;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Pages;

/// <summary>The panel's document. Who may frame it is the site's list, which the browser enforces.</summary>
internal static class FramePage
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public static void MapFramePage(this IEndpointRouteBuilder chat) => chat
        .MapGet("/frame", Show)
        .AnswersFile("getFrame", "text/html", "The panel, for the loader's iframe.", "unknown-site");

    private static IResult Show(HttpContext context, string? site, string? locale, WidgetFiles files, SiteBook sites, WorkingTextBook texts, IOptions<ChatOptions> options)
    {
        if (sites.Find(site) is not { } known)
        {
            return Problems.NotFound("unknown-site");
        }

        var language = locale == "en" ? "en" : "ru";
        // The default encoder escapes <, > and &, so the element cannot be closed from inside.
        var json = JsonSerializer.Serialize(new { site = known.Key, origins = known.Origins, locale = language, words = Words(known, texts, language), notice = Notice(known, language) }, Web);
        var style = known.Colour is { } colour ? $":root{{--brand:{colour}}}" : "";
        var settings = $"""{(style.Length == 0 ? "" : $"<style>{style}</style>\n")}<script type="application/json" id="istom-frame">{json}</script>""" + "\n";
        var html = AppPage.Html(language, "iStom Chat", files.Entry($"src/chat/main.tsx#{language}"), settings);
        var ancestors = known.Origins.Count == 0 ? "'none'" : string.Join(' ', known.Origins);
        return AppPage.Result(context, html, AppPage.ContentSecurityPolicy(ancestors, options.Value.ChatOrigin, style));
    }

    /// <summary>What the site tells about personal data; null: nothing.</summary>
    private static object? Notice(Site site, string language) => site.Notice is { IsGiven: true } notice
        ? new { text = notice.TextFor(language == "en" ? Language.English : Language.Russian), link = notice.Link, needsConsent = notice.NeedsConsent }
        : null;

    /// <summary>What staff have worded, for the site and for all, under the panel's names; all else is said as the product says it.</summary>
    private static Dictionary<string, string> Words(Site site, WorkingTextBook texts, string language)
    {
        var spoken = language == "en" ? Language.English : Language.Russian;
        var words = texts.WordsOf(WordedFace.Panel, spoken);
        foreach (var (name, text) in new (string Name, string Text)[] { ("title", site.Title.In(spoken)), ("empty.text", site.Greeting.In(spoken)) }.Where(word => word.Text.Length > 0))
        {
            words[name] = text;
        }

        return words;
    }
}
