using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Regulation;

/// <summary>What a change of a year would do: to its days, and to the promises that are open. Changes nothing.</summary>
[AllowStaff(AgentRole.Supervisor)]
public sealed record PreviewCalendar(AgentCaller Caller, int Year, CalendarDraft Draft) : AgentCommand<CalendarPreview>(Caller);

/// <summary>year: as it would be; promises: the first of those that change; promisesTotal: how many do.</summary>
public sealed record CalendarPreview(CalendarYearView Year, IReadOnlyList<CalendarDayChange> Days, IReadOnlyList<PromiseMove> Promises, int PromisesTotal);

/// <summary>due: until now; becomes: with the change.</summary>
public sealed record PromiseMove(Guid Ticket, string Number, Instant Due, Instant Becomes);

internal sealed class PreviewCalendarHandler(LiveRegulation regulation, LiveDocuments<CalendarYear> years, OpenWaits waits, IClock clock)
    : IRequestHandler<PreviewCalendar, Decision<CalendarPreview>>
{
    private const int Shown = 100;

    public async Task<Decision<CalendarPreview>> Handle(PreviewCalendar request, CancellationToken cancellationToken)
    {
        var before = regulation.Calendar[request.Year];
        var draft = request.Draft.Apply(before);
        if (draft.Refusal is { } refusal)
        {
            return refusal;
        }

        var version = years.Find(CalendarYear.KeyOf(request.Year))?.Version ?? 0;
        var moves = (await waits.ReadAsync(cancellationToken)).Select(ticket => MoveOf(ticket, draft.Value)).OfType<PromiseMove>().ToList();
        return new CalendarPreview(
            CalendarYearView.Of(draft.Value, version, request.Caller.Language),
            CalendarYearView.Changes(before, draft.Value, request.Caller.Language),
            [.. moves.Take(Shown)],
            moves.Count);
    }

    private PromiseMove? MoveOf(Ticket ticket, CalendarYear year)
    {
        var promise = ticket.Wait!.Promise;
        var events = TicketWaits.CalendarEdited(ticket, regulation.Of(promise, instead: year), clock.GetCurrentInstant()).Value;
        return events is [PromiseChanged changed] && changed.Promise.Due != promise.Due
            ? new(ticket.Id.Value, ticket.Number, promise.Due, changed.Promise.Due)
            : null;
    }
}
