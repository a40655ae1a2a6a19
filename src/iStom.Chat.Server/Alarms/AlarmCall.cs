using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using NodaTime;

namespace iStom.Chat.Server.Alarms;

/// <summary>What another program is told: no word of a customer, and nothing that opens anything.</summary>
/// <param name="Kind">Of the alarm, or <c>Test</c>.</param>
/// <param name="Ticket">Which one; null for a test.</param>
/// <param name="Number">The ticket's; null for a test.</param>
/// <param name="Level">Which support was promised; null for a test.</param>
/// <param name="Due">Until when; null for a test.</param>
/// <param name="RaisedAt">When the alarm began.</param>
/// <param name="Times">Which time it is told.</param>
public sealed record AlarmCall(string Kind, TicketId? Ticket, string? Number, string? Level, Instant? Due, Instant RaisedAt, int Times)
{
    public static AlarmCall Of(Alarm alarm, int times) => new(alarm.Kind.ToString(), alarm.Ticket, alarm.Number, alarm.Level.ToString(), alarm.Due, alarm.RaisedAt, times);

    public static AlarmCall Test(Instant now) => new(nameof(Test), Ticket: null, Number: null, Level: null, Due: null, now, 1);
}
