using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting.Identity;
using NodaTime;

namespace iStom.Chat.Server.Contract;

/// <summary>The signed-in member of the staff.</summary>
public sealed record Me(Guid Id, string Name, IReadOnlyList<AgentRole> Roles, bool PaidSupport);

/// <summary>now: the server's time, by which everything is judged; opensAt: when it opens next, if closed; closesAt: when it closes, if open.</summary>
public sealed record DeskHours(Instant Now, bool Open, Instant? OpensAt, Instant? ClosesAt, int AgentsOnline);

/// <summary>A waiting ticket with its place and why it is there.</summary>
public sealed record QueueItem(AgentTicket Ticket, int Place, Lane Lane, QueueReason Reason, Instant WaitingSince);

/// <summary>The first 50 of the queue in order; total counts all, up to 1,000.</summary>
public sealed record QueueView(IReadOnlyList<QueueItem> Items, int Total, Instant AsOf);

/// <summary>Somebody who has the desk open, and what they say of themselves.</summary>
public sealed record Colleague(Guid Id, string Name, Availability Availability);

/// <summary>A Paid shift that has nobody. isAbsence: somebody is planned, and nobody who may is at the desk.</summary>
public sealed record PaidGapView(Instant From, Instant Until, bool IsAbsence);

/// <summary>Somebody has to look at a ticket. times: how often it was told; one that is told again has one more.</summary>
public sealed record AlarmView(Guid Id, AlarmKind Kind, Guid Ticket, string Number, SupportLevel Level, Instant Due, int Times)
{
    internal static AlarmView Of(Alarm alarm) => new(alarm.Id.Value, alarm.Kind, alarm.Ticket.Value, alarm.Number, alarm.Level, alarm.Due, alarm.Times);
}

/// <summary>The desk's first screen in one call. paidGap: told to supervisors alone. alarms: those that are for this agent. calls: to whoever is at work.
/// callbacks: tickets that nobody has and that are in no queue, whose customers ask to be called back. words: in the caller's language.</summary>
public sealed record DeskView(
    Me Me, QueueView Queue, IReadOnlyList<AgentTicket> Mine, IReadOnlyList<Colleague> Present, DeskHours Hours, PaidGapView? PaidGap, IReadOnlyList<AlarmView> Alarms,
    IReadOnlyList<CallView> Calls, IReadOnlyList<CallTicket> Callbacks, IReadOnlyList<OwnWord> Words);

/// <summary>What staff have worded otherwise on the desk. key: the desk's name for it.</summary>
public sealed record OwnWord(string Key, string Text);
