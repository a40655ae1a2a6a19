using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Wording;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>What the panel says to customers by itself.</summary>
internal static class WorkingTextsApi
{
    public static void MapWorkingTexts(this IEndpointRouteBuilder desk)
    {
        var texts = desk.MapForStaff("/api", "Texts");
        texts.MapGet("/texts", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetTexts(caller)))
            .Answers<WorkingTextView[]>("getTexts", "What the panel says by itself and staff may word otherwise.");
        texts.MapPut("/texts/{name}", (HttpContext http, IMediator mediator, string name, TextBody body) =>
            http.AskAsync(mediator, caller => new ChangeText(caller, name, new(body.Russian ?? "", body.English ?? ""), body.Version ?? 0)))
            .Answers<WorkingTextView>(
                "changeText", "A text becomes what is given, for every panel that is opened from now on.",
                "text-not-found", "text-too-long", "text-malformed", "unknown-placeholder", "placeholder-open", "placeholder-missing", "changed-meanwhile");
    }

    /// <summary>version: the one that was read. russian, english: left out or empty, the product's own words.</summary>
    internal sealed record TextBody(long? Version, string? Russian, string? English);
}
