using iStom.Chat.Domain.Privacy;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Privacy;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>How long things are kept.</summary>
internal static class RetentionApi
{
    public static void MapRetention(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Privacy");
        api.MapGet("/retention", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetRetention(caller)))
            .Answers<RetentionView>("getRetention", "How long things are kept, and the latest runs.");
        api.MapGet("/retention/preview", (HttpContext http, IMediator mediator, int? conversationDays, int? auditDays, int? technicalDays) =>
            http.AskAsync(mediator, caller => new PreviewRetention(caller, new(conversationDays, auditDays, technicalDays))))
            .Answers<RetentionPreview>("previewRetention", "What would go today by these times.", "retention-out-of-range");
        api.MapPut("/retention", (HttpContext http, IMediator mediator, RetentionBody body) =>
            http.AskAsync(mediator, caller => new ChangeRetention(caller, new(body.ConversationDays, body.AuditDays, body.TechnicalDays), body.Version)))
            .Answers<RetentionSettings>("changeRetention", "Changes how long things are kept.", "changed-meanwhile", "retention-out-of-range");
    }

    /// <summary>Days; null: for ever. version: the one that was read; 0 before the first change.</summary>
    internal sealed record RetentionBody(int? ConversationDays, int? AuditDays, int? TechnicalDays, long Version);
}
