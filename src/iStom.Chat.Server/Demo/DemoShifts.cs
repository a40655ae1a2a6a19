using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using NodaTime;

namespace iStom.Chat.Server.Demo;

/// <summary>A roster: working days for those who take whatever comes, the nights of working days and the weekend for paid duty.</summary>
internal static class DemoShifts
{
    private static readonly LocalTime Opening = new(10, 0);
    private static readonly LocalTime Closing = new(19, 0);

    public static IEnumerable<Shift> Of(AgentId agent, string name, bool paid) =>
        from day in Enum.GetValues<IsoDayOfWeek>()
        let isWorkingDay = day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Friday
        where paid ? day != IsoDayOfWeek.None : isWorkingDay
        select new Shift(
            new(Guid.CreateVersion7()), agent, name, paid ? ShiftKind.PaidDuty : ShiftKind.Ordinary, day, Date: null, paid && isWorkingDay ? Closing : Opening, paid ? Opening : Closing);
}
