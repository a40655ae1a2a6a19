using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>The roster, and who can be in it. Everybody at the desk may know who works when.</summary>
[AllowStaff]
public sealed record GetShifts(AgentCaller Caller) : AgentCommand<RosterView>(Caller);

/// <summary>staff: by name, who answers tickets.</summary>
public sealed record RosterView(IReadOnlyList<ShiftView> Shifts, IReadOnlyList<StaffView> Staff);

/// <summary>weekday: every week; date: once; one of the two. until: not after from, it is on the following day. version: to be said with a change.</summary>
public sealed record ShiftView(
    Guid Id, Guid? Agent, string AgentName, ShiftKind Kind, IsoDayOfWeek? Weekday, LocalDate? Date, LocalTime From, LocalTime Until, long Version)
{
    internal static ShiftView Of(Shift shift, long version) =>
        new(shift.Id.Value, shift.Agent?.Value, shift.AgentName, shift.Kind, shift.Weekday, shift.Date, shift.From, shift.Until, version);
}

/// <summary>paidSupport: may have a Paid shift.</summary>
public sealed record StaffView(Guid Id, string Name, bool PaidSupport);

internal sealed class GetShiftsHandler(LiveDocuments<Shift> shifts, PeopleReader people) : IRequestHandler<GetShifts, Decision<RosterView>>
{
    public async Task<Decision<RosterView>> Handle(GetShifts request, CancellationToken cancellationToken)
    {
        var staff = (await people.AgentsAsync(cancellationToken)).Select(found => found.Agent).Where(agent => agent is { Disabled: false, Roles.Count: > 0 })
            .Select(agent => new StaffView(agent.Id.Value, agent.Name, agent.PaidSupport)).ToArray();
        var roster = shifts.All.OrderBy(shift => shift.Date).ThenBy(shift => shift.Weekday).ThenBy(shift => shift.From).ThenBy(shift => shift.Id.Value)
            .Select(shift => ShiftView.Of(shift, shifts.Find(shift.Id.Value)!.Version)).ToArray();
        return new RosterView(roster, staff);
    }
}
