using iStom.Chat.Domain;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Hosting;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>Accounts of the staff and what they may do.</summary>
internal static class PeopleApi
{
    public static void MapPeople(this IEndpointRouteBuilder desk)
    {
        var people = desk.MapForStaff("/api", "People");
        people.MapGet("/agents", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new ListAgents(caller)))
            .Answers<AgentView[]>("getAgents", "Every account, by name.");
        people.MapPut("/agents/{id:guid}", (HttpContext http, IMediator mediator, Guid id, RightsBody body) => http.TellAsync(mediator, caller => body.ToCommand(caller, new(id))))
            .AnswersNothing(
                "changeAgentRights", "Name, address, roles, skill and limit of an account; its sign-ins end.",
                "agent-not-found", "changed-meanwhile", "email-taken", "email-malformed", "name-malformed", "unknown-role", "chat-limit-out-of-range", "last-administrator");
        people.MapPost("/agents/{id:guid}/disable", (HttpContext http, IMediator mediator, Guid id) => http.TellAsync(mediator, caller => new DisableAgent(caller, new(id))))
            .AnswersNothing("disableAgent", "Nobody signs in with the account from here on.", "agent-not-found", "last-administrator");
        people.MapPost("/agents/{id:guid}/enable", (HttpContext http, IMediator mediator, Guid id) => http.TellAsync(mediator, caller => new EnableAgent(caller, new(id))))
            .AnswersNothing("enableAgent", "The account can be signed in with again.", "agent-not-found");
        people.MapGet("/agents/{id:guid}/sessions", (HttpContext http, IMediator mediator, Guid id) => http.AskAsync(mediator, caller => new ListSessions(caller, new(id))))
            .Answers<SessionView[]>("getSignIns", "Where an account is signed in.", "agent-not-found");
    }

    internal sealed record RightsBody(string? Email, string? Name, IReadOnlyList<AgentRole>? Roles, bool PaidSupport, int? ChatLimit, long Version)
    {
        public ChangeAgentRights ToCommand(Hosting.Commands.AgentCaller caller, AgentId agent) =>
            new(caller, agent, Email ?? "", Name ?? "", Roles ?? [], PaidSupport, ChatLimit, Version);
    }
}
