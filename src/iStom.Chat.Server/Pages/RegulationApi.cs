using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Regulation;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>The production calendar and the editions of the regulation.</summary>
internal static class RegulationApi
{
    private static readonly string[] Calendar =
    [
        "calendar-year-wrong", "calendar-malformed", "calendar-date-wrong", "calendar-day-unknown", "calendar-rest-unknown", "calendar-contradiction",
    ];

    public static void MapRegulation(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Regulation");
        api.MapGet("/calendar/{year:int}", (HttpContext http, IMediator mediator, int year) =>
            http.AskAsync(mediator, caller => new GetCalendar(caller, year)))
            .Answers<CalendarYearView>("getCalendar", "A year of the production calendar.", "calendar-year-wrong");
        api.MapPost("/calendar/{year:int}/preview", (HttpContext http, IMediator mediator, int year, CalendarDraft draft) =>
            http.AskAsync(mediator, caller => new PreviewCalendar(caller, year, draft)))
            .Answers<CalendarPreview>("previewCalendar", "What a change of a year would do to its days and to open promises.", Calendar);
        api.MapPut("/calendar/{year:int}", (HttpContext http, IMediator mediator, int year, long version, CalendarDraft draft) =>
            http.AskAsync(mediator, caller => new ChangeCalendar(caller, year, draft, version)))
            .Answers<CalendarYearView>("changeCalendar", "Imports or edits a year; open promises are made anew.", [.. Calendar, "changed-meanwhile"]);
        api.MapGet("/regulation", (HttpContext http, IMediator mediator) => http.AskAsync(mediator, caller => new GetRegulation(caller)))
            .Answers<EditionView[]>("getRegulation", "The editions of the regulation in the order in which they hold.");
        api.MapPut("/regulation/{id:guid}", (HttpContext http, IMediator mediator, Guid id, long version, RegulationSettings settings) =>
            http.AskAsync(mediator, caller => new ChangeRegulation(caller, id, settings, version)))
            .Answers<EditionView>("changeRegulation", "Adds an edition, or changes one before it holds.", "changed-meanwhile", "regulation-in-force", "regulation-name-taken", "regulation-invalid");
        api.MapDelete("/regulation/{id:guid}", (HttpContext http, IMediator mediator, Guid id, long version) =>
            http.TellAsync(mediator, caller => new ChangeRegulation(caller, id, Settings: null, version)))
            .AnswersNothing("removeRegulation", "Takes back an edition that does not hold yet.", "changed-meanwhile", "regulation-in-force");
    }
}
