using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Regulation;

/// <summary>A year is imported or edited; the promises that are open are made anew, as events of their own.</summary>
/// <param name="Caller">Who changes it.</param>
/// <param name="Year">Which year.</param>
/// <param name="Draft">What it becomes.</param>
/// <param name="Version">Of the year that was looked at; another one is refused with <c>changed-meanwhile</c>.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record ChangeCalendar(AgentCaller Caller, int Year, CalendarDraft Draft, long Version) : AgentCommand<CalendarYearView>(Caller);

internal sealed class ChangeCalendarValidator : AbstractValidator<ChangeCalendar>
{
    public ChangeCalendarValidator() => RuleFor(command => command.Year).InclusiveBetween(GetCalendar.First, GetCalendar.Last).WithErrorCode("calendar-year-wrong");
}

internal sealed class ChangeCalendarHandler(LiveRegulation regulation, IStore store, IClock clock) : IRequestHandler<ChangeCalendar, Decision<CalendarYearView>>
{
    public async Task<Decision<CalendarYearView>> Handle(ChangeCalendar request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var kept = await session.LoadAsync<CalendarYear>(CalendarYear.KeyOf(request.Year), cancellationToken);
        var (before, version) = (kept?.Value ?? regulation.Calendar[request.Year], kept?.Version ?? StreamVersion.None);
        if (version != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        var after = request.Draft.Apply(before);
        if (after.Refusal is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        session.Change(new CalendarYearChanged(before, after.Value, request.Caller.Made(now)), version);
        session.Enqueue(RecomputePromises.After(after.Value, now));
        await session.CommitAsync(cancellationToken);
        return CalendarYearView.Of(after.Value, version + 1, request.Caller.Language);
    }
}
