using iStom.Chat.Server.Hosting;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Pages;

/// <summary>The desk's document. Nobody frames it.</summary>
internal static class DeskPage
{
    public static void MapDeskPage(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/", () => Results.Redirect("/desk")).ExcludeFromDescription();
        desk.MapGet("/desk", (HttpContext context, WidgetFiles files, IOptions<ChatOptions> options) => AppPage.Result(
            context,
            AppPage.Html("ru", "iStom Chat", files.Entry("src/console/main.tsx")),
            AppPage.ContentSecurityPolicy("'none'", options.Value.DeskOrigin)))
            .AnswersFile("getDesk", "text/html", "The desk.");
    }
}
