using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Pages;

/// <summary>The roster.</summary>
internal static class ShiftsApi
{
    public static void MapShifts(this IEndpointRouteBuilder desk)
    {
        string[] form = ["shift-malformed", "agent-not-found", "paid-support-missing"];
        var api = desk.MapForStaff("/api", "People");
        api.MapGet("/shifts", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetShifts(caller)))
            .Answers<RosterView>("getShifts", "The roster, and who can be in it.");
        api.MapPost("/shifts", (HttpContext http, IMediator mediator, ShiftBody body) =>
            http.AskAsync(mediator, caller => body.ToCommand(caller, new(Guid.CreateVersion7()), StreamVersion.None)))
            .Answers<ShiftView>("addShift", "A new line of the roster.", form);
        api.MapPut("/shifts/{id:guid}", (HttpContext http, IMediator mediator, Guid id, ShiftBody body) => http.AskAsync(mediator, caller => body.ToCommand(caller, new(id), body.Version)))
            .Answers<ShiftView>("changeShift", "A line of the roster is changed.", [.. form, "changed-meanwhile"]);
        api.MapDelete("/shifts/{id:guid}", (HttpContext http, IMediator mediator, Guid id, long version) =>
            http.TellAsync(mediator, caller => new ChangeShift(caller, new(id), Wished: null, version)))
            .AnswersNothing("removeShift", "A line of the roster is taken out.", "changed-meanwhile");
    }

    /// <summary>agent: left out where nobody is found yet. Either weekday (every week) or date (once).</summary>
    internal sealed record ShiftBody(Guid? Agent, ShiftKind Kind, IsoDayOfWeek? Weekday, LocalDate? Date, LocalTime From, LocalTime Until, long Version)
    {
        public ChangeShift ToCommand(Hosting.Commands.AgentCaller caller, ShiftId id, long version) =>
            new(caller, id, new(id, Agent is { } agent ? new AgentId(agent) : null, "", Kind, Weekday, Date, From, Until), version);
    }
}
