using iStom.Chat.Domain;
using iStom.Chat.Server.Agents;
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
        api.MapPost("/tickets/{id:guid}/messages", (HttpContext http, IMediator mediator, Guid id, Written written) =>
            Answer(http, mediator, caller => new ReplyToTicket(caller, new(written.Id), new(id), written.Text ?? "")));
        api.MapPost("/tickets/{id:guid}/notes", (HttpContext http, IMediator mediator, Guid id, Written written) =>
            Answer(http, mediator, caller => new WriteNote(caller, new(written.Id), new(id), written.Text ?? "")));
        api.MapPost("/tickets/{id:guid}/end-wait", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new EndWait(caller, new(id))));
        api.MapPost("/tickets/{id:guid}/resolve", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new ResolveTicket(caller, new(id))));
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
}
