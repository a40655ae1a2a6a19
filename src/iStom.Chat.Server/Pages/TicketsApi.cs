using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Queue;
using iStom.Chat.Server.Tickets;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Pages;

/// <summary>The desk's commands over HTTP, behind the same MediatR commands and the same authorisation as the hub.</summary>
internal static class TicketsApi
{
    public static void MapTickets(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapGroup("/api").RequireAuthorization(AccountApi.StaffOnly).RequireAntiforgeryToken();
        api.MapGet("/queue", (HttpContext http, IMediator mediator) => Answer(http, mediator, caller => new GetQueue(caller)));
        api.MapGet("/tickets/mine", (HttpContext http, IMediator mediator) => Answer(http, mediator, caller => new GetMine(caller)));
        api.MapPost("/tickets/next", (HttpContext http, IMediator mediator) => Change(http, mediator, caller => new TakeNext(caller)));
        api.MapGet("/tickets/{id:guid}", (HttpContext http, IMediator mediator, Guid id, long? after) =>
            Answer(http, mediator, caller => new OpenTicket(caller, new(id), after ?? 0)));
        api.MapPost("/tickets/{id:guid}/take", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new TakeTicket(caller, new(id))));
        api.MapGet("/tickets/{id:guid}/messages", (HttpContext http, IMediator mediator, Guid id, long before, int? limit) =>
            Answer(http, mediator, caller => new GetTicketHistory(caller, new(id), before, limit ?? Transcript.Newest)));
        api.MapPost("/tickets/{id:guid}/messages", (HttpContext http, IMediator mediator, Guid id, Written written) =>
            Answer(http, mediator, caller => new ReplyToTicket(caller, new(written.Id), new(id), written.Text ?? "")));
        api.MapPost("/tickets/{id:guid}/notes", (HttpContext http, IMediator mediator, Guid id, Written written) =>
            Answer(http, mediator, caller => new WriteNote(caller, new(written.Id), new(id), written.Text ?? "")));
        MapChanges(api.MapGroup("/tickets/{id:guid}"));
    }

    private static void MapChanges(RouteGroupBuilder ticket)
    {
        ticket.MapPost("/kind", (HttpContext http, IMediator mediator, Guid id, KindBody body) =>
            Change(http, mediator, caller => new ChangeKind(caller, new(id), body.Kind, body.Reason)));
        ticket.MapPost("/confirm-criticality", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new ConfirmCriticality(caller, new(id))));
        ticket.MapPost("/reject-criticality", (HttpContext http, IMediator mediator, Guid id, ReasonBody body) =>
            Change(http, mediator, caller => new RejectCriticality(caller, new(id), body.Reason)));
        ticket.MapPost("/transfer", (HttpContext http, IMediator mediator, Guid id, ColleagueBody body) =>
            Change(http, mediator, caller => new TransferTicket(caller, new(id), new(body.To))));
        ticket.MapPost("/release", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new ReleaseTicket(caller, new(id))));
        ticket.MapPost("/end-wait", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new EndWait(caller, new(id))));
        ticket.MapPost("/resolve", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new ResolveTicket(caller, new(id))));
        ticket.MapPost("/reopen", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new ReopenTicket(caller, new(id))));
    }

    private static async Task<IResult> Answer<T>(HttpContext http, IMediator mediator, Func<AgentCaller, IRequest<Decision<T>>> command)
    {
        // Whoever works over HTTP has no socket that keeps their presence.
        var (leases, clock) = (http.RequestServices.GetRequiredService<PresenceLeases>(), http.RequestServices.GetRequiredService<IClock>());
        await leases.RenewAsync([http.User.ReadAgent(http).Agent.Value], clock.GetCurrentInstant(), http.RequestAborted);
        var decision = await mediator.Send(command(http.User.ReadAgent(http)), http.RequestAborted);
        return decision.Refusal is { } refusal ? Problems.From(refusal) : Results.Json(decision.Value);
    }

    /// <summary>Answers with the ticket as it is after the change.</summary>
    private static async Task<IResult> Change(HttpContext http, IMediator mediator, Func<AgentCaller, IRequest<Decision<TicketId>>> command)
    {
        var decision = await mediator.Send(command(http.User.ReadAgent(http)), http.RequestAborted);
        return decision.Refusal is { } refusal
            ? Problems.From(refusal)
            : await Answer(http, mediator, caller => new GetTicket(caller, decision.Value));
    }

    /// <summary>id: chosen by the caller; the same again gives the same answer.</summary>
    internal sealed record Written(Guid Id, string? Text);

    /// <summary>reason: why, for colleagues; may be left out.</summary>
    internal sealed record KindBody(RequestKind Kind, string? Reason);

    /// <summary>reason: the visitor reads it.</summary>
    internal sealed record ReasonBody(string? Reason);

    /// <summary>to: the colleague's id.</summary>
    internal sealed record ColleagueBody(Guid To);
}
