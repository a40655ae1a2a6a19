using FsCheck;
using FsCheck.Fluent;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;

namespace iStom.Chat.Domain.Tests.Tickets;

/// <summary>Random lives of a ticket: whatever people do in whatever order, each deed some minutes after the other.</summary>
internal static class TicketStories
{
    /// <summary>Names a deed for the report of a failure; the instant is when it is done.</summary>
    public sealed record Deed(string Name, Instant At, Func<Ticket, Instant, Decision<ITicketEvent[]>> Decide);

    public sealed record Story(bool Paid, RequestKind Kind, ClaimHistory History, Deed[] Deeds)
    {
        public Ticket Begin() => TicketSpec.Fold(
            TicketOpening.Open(Opened(Mon("12:00"), Kind), Paid ? Tariff.Paid : Tariff.Standard, History, Clock).Value);
    }

    private static readonly RemoteSessionId Remote = new(Guid.Parse("00000000-0000-7000-8000-0000000000a1"));

    private static readonly Gen<RequestKind> Kinds = Gen.Elements(Enum.GetValues<RequestKind>());
    private static readonly Gen<ClaimHistory> Histories = Gen.Elements(Clean, Doubted, OneOpen);

    private static readonly Gen<Tariff> Tariffs = Gen.Frequency((3, Gen.Constant(Tariff.Standard)), (1, Gen.Constant(Tariff.Paid)));

    private static readonly Gen<ReleaseId> Releases = Gen.Elements(new ReleaseId(new("00000000-0000-0000-0000-000000000001")), new ReleaseId(new("00000000-0000-0000-0000-000000000002")));

    private static readonly Gen<AgentId> Agents = Gen.Frequency((4, Gen.Constant(One)), (1, Gen.Constant(Two)));

    /// <summary>They come one after the other, or not at all: oftener than others, so that some stories come to their end.</summary>
    private static readonly Gen<(string Name, Func<Ticket, Instant, Decision<ITicketEvent[]>> Decide)> RemoteDeeds = Gen.Frequency(
        (4, Make("invites to remote support", Agents, (ticket, agent, now) => TicketRemoteSupport.Invite(ticket, new(Remote, agent, "Сотрудник", "Печать", AsksForId: false, now)))),
        (4, Make("answers the invitation", Gen.Elements(true, true, true, false), (ticket, consents, now) => consents ? TicketRemoteSupport.Consent(ticket, Remote, givesId: false, now) : TicketRemoteSupport.Decline(ticket, Remote, now))),
        (5, Make("connects", Agents, (ticket, agent, now) => TicketRemoteSupport.Start(ticket, Remote, agent, now))),
        (1, Make("disconnects", Agents, (ticket, agent, now) => TicketRemoteSupport.End(ticket, Remote, agent, now))),
        (1, Make("leaves the invitation", Agents, (ticket, _, now) => TicketRemoteSupport.EndIfDue(ticket, Duration.FromMinutes(30), now))));

    private static readonly Gen<(string Name, Func<Ticket, Instant, Decision<ITicketEvent[]>> Decide)> OtherDeeds = Gen.OneOf(
        Make("writes", Tariffs, (ticket, tariff, now) => TicketWaits.CustomerWrites(ticket, tariff, Clock, now)),
        Make("replies", Agents, TicketWaits.AgentReplies),
        Make("needs no answer", Agents, TicketWaits.EndWithoutAnswer),
        Make("takes", Agents, (ticket, agent, now) => TicketAssignment.Take(ticket, agent, "Сотрудник", eligible: true, now)),
        Make("releases", Agents, TicketAssignment.Release),
        Make("transfers", Agents, (ticket, agent, now) => TicketAssignment.Transfer(ticket, agent, Two, "Сотрудник", now)),
        Make("is away", Agents, (ticket, _, now) => TicketAssignment.ReturnIfAway(ticket, now - Duration.FromHours(1), now)),
        Make("changes the kind", Kinds, (ticket, kind, now) => TicketClassification.ChangeKind(ticket, kind, One, Clock, now)),
        Make("claims", Histories, (ticket, history, now) =>
            TicketClassification.Claim(ticket, RequestKind.CriticalError, history, Customer, ticket.Tariff, Clock, now)),
        Make("confirms", Agents, (ticket, agent, now) => TicketClassification.Confirm(ticket, agent, Clock, now)),
        Make("rejects", Agents, (ticket, agent, now) => TicketClassification.Reject(ticket, agent, "Работает", Clock, now)),
        Make("resolves", Agents, TicketEnding.Resolve),
        Make("withdraws", Agents, (ticket, _, now) => TicketEnding.ResolveByVisitor(ticket, Resolution.Withdrawn, now)),
        Make("says whether it helped", Gen.Elements(true, false), (ticket, helped, now) => TicketFeedback.Answer(ticket, helped, ticket.Tariff, Clock, now)),
        Make("rates", Gen.Choose(1, TicketFeedback.MostStars), (ticket, stars, now) => TicketFeedback.Rate(ticket, stars, comment: null, now)),
        Make("reopens", Agents, TicketEnding.Reopen),
        Make("hands to development", Agents, (ticket, agent, now) => TicketEnding.HandToDevelopment(ticket, agent, new(Guid.Empty), "Касса", now)),
        Make("tells of a version", Releases, (ticket, release, now) => TicketEnding.TellOfRelease(ticket, release, "7.6", now)),
        Make("closes if old", Agents, (ticket, _, now) => TicketEnding.CloseIfOld(ticket, now)),
        Make("splits", Agents, (ticket, agent, now) => TicketEnding.Split(ticket, Other, "IS-2026-000002", agent, now)),
        Make("tags", Agents, (ticket, agent, now) => TicketNotes.Tag(ticket, ["касса"], agent, now)));

    private static readonly Gen<(string Name, Func<Ticket, Instant, Decision<ITicketEvent[]>> Decide)> Deeds = Gen.Frequency((2, OtherDeeds), (1, RemoteDeeds));

    public static Arbitrary<Story> All { get; } = Arb.From(
        from paid in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from kind in Kinds
        from history in Histories
        from deeds in Deeds.ListOf(40)
        from minutes in Gen.Frequency((9, Gen.Choose(0, 200)), (1, Gen.Choose(0, 20_000))).ListOf(40)
        select new Story(paid, kind, history, [.. deeds.Zip(Times(minutes), (deed, at) => new Deed(deed.Name, at, deed.Decide))]));

    private static Gen<(string Name, Func<Ticket, Instant, Decision<ITicketEvent[]>> Decide)> Make<T>(
        string name, Gen<T> with, Func<Ticket, T, Instant, Decision<ITicketEvent[]>> decide) =>
        with.Select(value => ($"{name} ({value})", (Func<Ticket, Instant, Decision<ITicketEvent[]>>)((ticket, now) => decide(ticket, value, now))));

    private static IEnumerable<Instant> Times(IEnumerable<int> minutes)
    {
        var now = Mon("12:00");
        foreach (var pause in minutes)
        {
            now += Duration.FromMinutes(pause);
            yield return now;
        }
    }
}
