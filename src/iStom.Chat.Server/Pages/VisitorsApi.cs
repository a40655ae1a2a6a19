using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Visitors;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Pages;

/// <summary>Visitors, and who of them may not write.</summary>
internal static class VisitorsApi
{
    public static void MapVisitors(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Visitors");
        api.MapGet("/blocks", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetBlocks(caller)))
            .Answers<BlockView[]>("getBlocks", "Who may not write now, newest first.");
        api.MapGet("/visitors/{id:guid}", (HttpContext http, IMediator mediator, Guid id) => http.AskAsync(mediator, caller => new GetVisitor(caller, new(id))))
            .Answers<VisitorCard>("getVisitor", "Everything that is known of a visitor but their tickets.", "visitor-not-found");
        api.MapGet("/visitors/{id:guid}/tickets", (HttpContext http, IMediator mediator, Guid id, Guid? before, int? limit) =>
            http.AskAsync(mediator, caller => new GetVisitorTickets(caller, new(id), before, limit ?? Transcript.Newest)))
            .Answers<TicketPage>("getVisitorTickets", "All tickets of a visitor, newest first.", "limit-out-of-range");
        api.MapPut("/visitors/{id:guid}/block", (HttpContext http, IMediator mediator, Guid id, BlockBody body) =>
            http.AskAsync(mediator, caller => new BlockVisitor(caller, new(id), body.Reason, body.Until, body.Version)))
            .Answers<BlockView>(
                "blockVisitor", "A visitor may not write for a while.", "visitor-not-found", "block-reason-missing", "block-end-passed", "text-too-long", "text-malformed", "changed-meanwhile");
        api.MapDelete("/visitors/{id:guid}/block", (HttpContext http, IMediator mediator, Guid id, long version) =>
            http.TellAsync(mediator, caller => new UnblockVisitor(caller, new(id), version)))
            .AnswersNothing("unblockVisitor", "A visitor may write again.", "visitor-not-found", "changed-meanwhile");
    }

    /// <summary>reason: for colleagues. until: left out: until it is lifted. version: of the visitor's card, blockVersion.</summary>
    internal sealed record BlockBody(string? Reason, Instant? Until, long Version);
}
