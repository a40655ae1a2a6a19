using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Wording;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>Replies that are written once and sent often: the team's, and one's own.</summary>
internal static class CannedRepliesApi
{
    private static readonly string[] Form = ["text-empty", "text-too-long", "text-malformed", "shortcut-malformed", "shortcut-taken", "unknown-placeholder", "placeholder-open", "changed-meanwhile"];

    public static void MapCannedReplies(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Canned replies");
        api.MapGet("/canned-replies", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetCannedReplies(caller)))
            .Answers<CannedReplyView[]>("getCannedReplies", "The team's canned replies and one's own, by title.");
        Map(api.MapGroup("/canned-replies"), "Team", "of the team", (caller, wished) => new ChangeTeamReply(caller, wished));
        Map(api.MapGroup("/canned-replies"), "Own", "of one's own", (caller, wished) => new ChangeOwnReply(caller, wished));
    }

    private static void Map(RouteGroupBuilder replies, string whose, string words, Func<AgentCaller, WishedReply, IRequest<Decision<CannedReplyView>>> change)
    {
        var path = $"/{whose.ToLowerInvariant()}";
        replies.MapPost(path, (HttpContext http, IMediator mediator, ReplyBody body) => http.AskAsync(mediator, caller => change(caller, body.Of(Guid.CreateVersion7()))))
            .Answers<CannedReplyView>($"add{whose}Reply", $"A canned reply {words} is added.", Form);
        replies.MapPut($"{path}/{{id:guid}}", (HttpContext http, IMediator mediator, Guid id, ReplyBody body) => http.AskAsync(mediator, caller => change(caller, body.Of(id))))
            .Answers<CannedReplyView>($"change{whose}Reply", $"A canned reply {words} becomes what is given.", [.. Form, "reply-not-found"]);
        replies.MapDelete($"{path}/{{id:guid}}", (HttpContext http, IMediator mediator, Guid id, long version) =>
            http.TellAsync(mediator, caller => change(caller, new(new(id), Words: null, version))))
            .AnswersNothing($"remove{whose}Reply", $"A canned reply {words} is removed.", "changed-meanwhile", "reply-not-found");
    }

    /// <summary>version: the one that was read; left out where a reply is added. russian, english: the text; one of them may be empty.</summary>
    internal sealed record ReplyBody(long? Version, string? Title, string? Shortcut, string? Russian, string? English)
    {
        public WishedReply Of(Guid id) => new(new(id), new(Title ?? "", Shortcut, new(Russian ?? "", English ?? "")), Version ?? 0);
    }
}
