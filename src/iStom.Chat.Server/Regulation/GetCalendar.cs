using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage.Changes;
using MediatR;

namespace iStom.Chat.Server.Regulation;

/// <summary>A year of the production calendar as promises are made on it.</summary>
[AllowStaff]
public sealed record GetCalendar(AgentCaller Caller, int Year) : AgentCommand<CalendarYearView>(Caller)
{
    public const int First = 1992;
    public const int Last = 2200;
}

internal sealed class GetCalendarValidator : AbstractValidator<GetCalendar>
{
    public GetCalendarValidator() => RuleFor(command => command.Year).InclusiveBetween(GetCalendar.First, GetCalendar.Last).WithErrorCode("calendar-year-wrong");
}

internal sealed class GetCalendarHandler(LiveRegulation regulation, LiveDocuments<CalendarYear> years) : IRequestHandler<GetCalendar, Decision<CalendarYearView>>
{
    public Task<Decision<CalendarYearView>> Handle(GetCalendar request, CancellationToken cancellationToken)
    {
        var version = years.Find(CalendarYear.KeyOf(request.Year))?.Version ?? 0;
        return Task.FromResult<Decision<CalendarYearView>>(CalendarYearView.Of(regulation.Calendar[request.Year], version, request.Caller.Language));
    }
}
