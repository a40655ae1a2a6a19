using iStom.Chat.Server.Audit;
using iStom.Chat.Server.Hosting;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>Who changed what.</summary>
internal static class AuditApi
{
    public static void MapAudit(this IEndpointRouteBuilder desk) => desk.MapForStaff("/api", "Audit")
        .MapGet("/audit", (HttpContext http, IMediator mediator, string? kind, Guid? by, DateTimeOffset? since, DateTimeOffset? until, Guid? before, int? limit) =>
            http.AskAsync(mediator, caller => new GetAudit(caller, new(kind, by, since.AsInstant(), until.AsInstant()), before, limit ?? GetAudit.Usual)))
        .Answers<AuditPage>("getAudit", "The changes of what staff keep, newest first, with filters.", "limit-out-of-range");
}
