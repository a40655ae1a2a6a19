using FsCheck;
using FsCheck.Fluent;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;

namespace iStom.Chat.Domain.Tests.Queue;

/// <summary>Queues with many ties: few instants to begin at, so that every tie-break is reached.</summary>
internal static class RandomQueues
{
    public sealed record Waiting(QueueEntry[] Entries, Instant Now);

    private static readonly Gen<QueueEntry> Entry =
        from level in Gen.Elements(Enum.GetValues<SupportLevel>())
        from criticality in Gen.Elements(Enum.GetValues<Criticality>())
        from quarter in Gen.Choose(0, 60)
        let promise = Clock.PromiseFor(level, Mon("10:00") + Duration.FromMinutes(15 * quarter))
        select new QueueEntry(Id, "", level, criticality, promise.Start, promise.Due, promise.AtRiskAt);

    public static Arbitrary<Waiting> All { get; } = Arb.From(
        from size in Gen.Choose(0, 14)
        from entries in Entry.ListOf(size)
        from quarter in Gen.Choose(0, 300)
        from numbers in Gen.Shuffle(Enumerable.Range(1, size).ToArray())
        select new Waiting(
            [.. entries.Zip(numbers, (entry, number) => entry with { Number = TicketNumber.Format(2026, number) })],
            Mon("10:00") + Duration.FromMinutes(15 * quarter)));
}
