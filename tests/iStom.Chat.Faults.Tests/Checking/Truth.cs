using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Checking;

/// <summary>The store's content, by stream and by the clients' ids.</summary>
internal sealed class Truth
{
    private readonly Dictionary<Guid, IReadOnlyList<Fact>> _streams;
    private readonly Dictionary<(Guid Stream, long Version), Fact> _places;
    private readonly ILookup<Guid, Fact> _written;

    public Truth(IReadOnlyList<Fact> facts)
    {
        _streams = facts.GroupBy(fact => fact.Stream).ToDictionary(
            stream => stream.Key, IReadOnlyList<Fact> (stream) => [.. stream.OrderBy(fact => fact.Version)]);
        _places = facts.DistinctBy(fact => (fact.Stream, fact.Version)).ToDictionary(fact => (fact.Stream, fact.Version));
        _written = facts.Where(fact => fact.Kind is FactKind.Message or FactKind.Note).ToLookup(fact => fact.Id);
    }

    public IEnumerable<IReadOnlyList<Fact>> Streams => _streams.Values;

    public IEnumerable<IReadOnlyList<Fact>> Tickets => Streams.Where(stream => stream[0].IsOfTicket);

    /// <summary>In order; empty for an unknown stream.</summary>
    public IReadOnlyList<Fact> Stream(Guid stream) => _streams.GetValueOrDefault(stream, []);

    public long LastOf(Guid stream) => Stream(stream) is [.., var last] ? last.Version : 0;

    public Fact? At(Guid stream, long version) => _places.GetValueOrDefault((stream, version));

    /// <summary>All messages and notes, by the clients' ids.</summary>
    public ILookup<Guid, Fact> Written => _written;
}
