using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using static iStom.Chat.Domain.Tests.Regulation.MoscowTime;

namespace iStom.Chat.Domain.Tests.Tickets;

/// <summary>The parties and the beginnings of most stories. They play in the week of Monday 16 November 2026, all of it worked.</summary>
internal static class TicketFacts
{
    public static readonly PromiseClock Clock = PromiseClock.Default;
    public static readonly TicketId Id = new(Uuid(1));
    public static readonly TicketId Other = new(Uuid(2));
    public static readonly ConversationId TheThread = new(Uuid(3));
    public static readonly VisitorId Visitor = new(Uuid(4));
    public static readonly AgentId One = new(Uuid(11));
    public static readonly AgentId Two = new(Uuid(12));
    public static readonly Actor Customer = Actor.Of(Visitor);
    public static readonly ClaimHistory Clean = new(HasOpenClaim: false, RejectedLately: 0);
    public static readonly ClaimHistory Doubted = new(HasOpenClaim: false, RejectedLately: ClaimHistory.RejectedLimit);
    public static readonly ClaimHistory OneOpen = new(HasOpenClaim: true, RejectedLately: 0);

    public static Instant Mon(string time) => At($"2026-11-16 {time}");

    public static Instant Tue(string time) => At($"2026-11-17 {time}");

    public static Instant Wed(string time) => At($"2026-11-18 {time}");

    public static Instant Thu(string time) => At($"2026-11-19 {time}");

    public static Promise Standard(Instant start) => Clock.PromiseFor(SupportLevel.Standard, start);

    public static Promise Urgent(Instant start) => Clock.PromiseFor(SupportLevel.Urgent, start);

    public static TicketOpened Opened(Instant at, RequestKind kind = RequestKind.Question) => new(
        Id, "IS-2026-000001", TheThread, Visitor, Clinic: null, "support", Channel.Chat, kind, "Расписание", Follows: null, Customer, at);

    public static WaitStarted Waits(Instant at) => new(Tariff.Standard, Standard(at), at);

    public static WaitStarted WaitsUrgently(Instant at) => new(Tariff.Standard, Urgent(at), at);

    public static TicketTaken Taken(Instant at) => new(One, "Сотрудник 1", at);

    /// <summary>A claim that counts from the opening: critical, due in two hours.</summary>
    public static ITicketEvent[] Claimed(Instant at, RequestKind kind = RequestKind.WorkStopped) =>
        [Opened(at, kind), new CriticalityClaimed(kind, Counts: true, Customer, at), WaitsUrgently(at)];

    /// <summary>A claim that an agent must decide on first: still a question.</summary>
    public static ITicketEvent[] ClaimedInDoubt(Instant at) =>
        [Opened(at), new CriticalityClaimed(RequestKind.WorkStopped, Counts: false, Customer, at), Waits(at)];

    /// <summary>Asked on Monday at noon (due on Wednesday at noon), taken five minutes later.</summary>
    public static ITicketEvent[] InHand() => [Opened(Mon("12:00")), Waits(Mon("12:00")), Taken(Mon("12:05"))];

    /// <summary>And answered ten minutes after that.</summary>
    public static ITicketEvent[] Answered() => [.. InHand(), new Reacted(One, InTime: true, Mon("12:15"))];

    /// <summary>And resolved at half past twelve.</summary>
    public static ITicketEvent[] Resolved() => [.. Answered(), new TicketResolved(Resolution.ByAgent, Actor.Of(One), Mon("12:30"))];

    public static ITicketEvent[] Closed() => [.. Resolved(), new TicketClosed(Actor.Desk, Mon("12:30") + TicketEnding.CloseAfter)];

    private static Guid Uuid(byte number) => new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number);
}
