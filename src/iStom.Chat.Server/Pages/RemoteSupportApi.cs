using iStom.Chat.Domain;
using iStom.Chat.Domain.RemoteSupport;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.RemoteSupport;
using iStom.Chat.Server.Tickets;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>Remote support (§4.1) over HTTP: the desk's side, the code of the visitor's card, and the settings.</summary>
internal static class RemoteSupportApi
{
    private static readonly string[] Held = ["ticket-not-found", "ticket-not-open", "not-your-ticket"];

    public static void MapRemoteSupport(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Remote support");
        var ticket = api.MapGroup("/tickets/{id:guid}");
        ticket.MapGet("/remote-support", (HttpContext http, IMediator mediator, Guid id) => NeverKept(http).AskAsync(mediator, caller => new GetRemoteAccess(caller, new(id))))
            .Answers<RemoteAccessView>("getRemoteAccess", "What the ticket's agent connects with, as long as it is kept.", Held);
        ticket.MapPost("/remote-support", (HttpContext http, IMediator mediator, Guid id, InvitationBody body) => Change(http, mediator, caller => new InviteRemoteSession(caller, new(id), new(body.Session), body.Purpose, body.AsksForId)))
            .Answers<AgentTicket>(
                "inviteRemoteSession", "The visitor gets a card; the same session again gives the same answer.",
                [.. Held, "id-missing", "id-already-used", "remote-session-open", "text-empty", "text-too-long", "text-malformed", "teamviewer-not-set-up", "teamviewer-unavailable"]);
        ticket.MapPost("/remote-support/start", (HttpContext http, IMediator mediator, Guid id, SessionBody body) => Change(http, mediator, caller => new StartRemoteSession(caller, new(id), new(body.Session))))
            .Answers<AgentTicket>("startRemoteSession", "The agent is connected, with the visitor's consent.", [.. Held, "remote-session-over", "remote-session-not-consented"]);
        ticket.MapPost("/remote-support/end", (HttpContext http, IMediator mediator, Guid id, SessionBody body) => Change(http, mediator, caller => new EndRemoteSession(caller, new(id), new(body.Session))))
            .Answers<AgentTicket>("endRemoteSession", "The agent is done, or takes the invitation back.", Held);
        ticket.MapPost("/remote-support/check", (HttpContext http, IMediator mediator, Guid id) => http.AskAsync(mediator, caller => new CheckRemoteSession(caller, new(id))))
            .Answers<ServiceState>("checkRemoteSession", "Asks TeamViewer how the session is.", [.. Held, "remote-session-over", "teamviewer-unavailable"]);
        MapSettings(api);
    }

    public static void MapRemoteCard(this IEndpointRouteBuilder chat) => chat
        .MapGroup("/api/visitor").WithTags("Visitor").RequireAuthorization(VisitorSessionApi.VisitorsOnly)
        .MapGet("/remote-support/{session:guid}", (HttpContext http, IMediator mediator, Guid session) => NeverKept(http).AskAsVisitorAsync(mediator, caller => new GetRemoteCard(caller, new(session))))
        .Answers<RemoteCardView>("getRemoteCard", "The code with which the visitor lets the agent in.", "remote-session-over");

    private static void MapSettings(RouteGroupBuilder api)
    {
        api.MapGet("/remote-support", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetRemoteSupport(caller)))
            .Answers<RemoteSupportView>("getRemoteSupport", "How agents look at a customer's screen.");
        api.MapPut("/remote-support", (HttpContext http, IMediator mediator, SettingsBody body) => http.AskAsync(mediator, caller => new ChangeRemoteSupport(caller, body.Wished, string.IsNullOrWhiteSpace(body.Token) ? null : body.Token.Trim(), body.ForgetToken, body.Version)))
            .Answers<RemoteSupportView>("changeRemoteSupport", "Changes it; the token is told to nobody.", "changed-meanwhile", "access-minutes-out-of-range", "text-too-long", "text-malformed", "token-malformed");
        api.MapPost("/remote-support/test", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new TestTeamViewer(caller)))
            .Answers<TeamViewerOutcome>("testTeamViewer", "Asks TeamViewer whether it takes the token.", "teamviewer-not-set-up");
    }

    /// <summary>By no cache: it is to be gone.</summary>
    private static HttpContext NeverKept(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return http;
    }

    /// <summary>Answers with the ticket as it is after the change.</summary>
    private static async Task<IResult> Change(HttpContext http, IMediator mediator, Func<AgentCaller, IRequest<Decision<TicketId>>> command)
    {
        var decision = await mediator.Send(command(http.User.ReadAgent(http)), http.RequestAborted);
        return decision.Refusal is { } refusal ? Problems.From(refusal) : await http.AskAsync(mediator, caller => new GetTicket(caller, decision.Value));
    }

    /// <summary>session: chosen by the caller. purpose: the visitor reads it. asksForId: the visitor gives the id of their own TeamViewer.</summary>
    internal sealed record InvitationBody(Guid Session, string? Purpose, bool AsksForId);

    /// <summary>session: of the invitation.</summary>
    internal sealed record SessionBody(Guid Session);

    /// <summary>token: null or empty leaves the one that there is. version: the one that was read; 0 before the first change.</summary>
    internal sealed record SettingsBody(string? Company, string? GroupName, int AccessMinutes, string? Token, bool ForgetToken, long Version)
    {
        public RemoteSupportSettings Wished => new((Company ?? "").Trim(), (GroupName ?? "").Trim(), AccessMinutes, TokenHint: null);
    }
}
