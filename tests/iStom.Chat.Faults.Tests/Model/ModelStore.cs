using iStom.Chat.Faults.Tests.Histories;
using NodaTime;

namespace iStom.Chat.Faults.Tests.Model;

/// <summary>A log of facts in memory, of which a crash loses what is not committed. Not thread-safe.</summary>
internal sealed class ModelStore(Defects defects, Random random)
{
    /// <summary>With acknowledgements before the commit: how many facts are committed together.</summary>
    private const int LazyCommit = 12;

    private readonly List<Fact> _log = [];
    private readonly Dictionary<Guid, List<Fact>> _streams = [];
    private int _committed;

    public IReadOnlyList<Fact> Facts => _log;

    /// <summary>In order.</summary>
    public IReadOnlyList<Fact> Stream(Guid stream) => _streams.GetValueOrDefault(stream, []);

    public Fact? Written(Guid id) => defects.HasFlag(Defects.HasNoUniqueIds) ? null : _log.Find(fact => fact.Id == id);

    public Fact Append(Guid stream, FactKind kind, Guid id = default, Guid by = default, string? text = null, bool ofTicket = false, Instant? since = null)
    {
        var last = Stream(stream) is [.., var newest] ? newest : null;
        var version = (last?.Version ?? 0) + (defects.HasFlag(Defects.SkipsNumbers) && random.Next(30) == 0 ? 2 : 1);
        var fact = new Fact(stream, version, kind, id == default ? Guid.NewGuid() : id, by, text) { IsOfTicket = ofTicket, WaitingSince = since };
        if (defects.HasFlag(Defects.Reorders) && kind == FactKind.Message && last is { Kind: FactKind.Message } && random.Next(10) == 0)
        {
            Forget(last);
            fact = fact with { Version = last.Version };
            Add(fact);
            Add(last with { Version = version });
            return fact;
        }

        Add(fact);
        return fact;
    }

    /// <summary>After every command; a store that acknowledges before it commits has better things to do.</summary>
    public void Commit()
    {
        if (!defects.HasFlag(Defects.AcksBeforeCommit) || _log.Count - _committed > LazyCommit)
        {
            _committed = _log.Count;
        }
    }

    public void Crash()
    {
        while (_log.Count > _committed)
        {
            Forget(_log[^1]);
        }
    }

    public void Forget(Fact fact)
    {
        _log.Remove(fact);
        _streams[fact.Stream].Remove(fact);
    }

    private void Add(Fact fact)
    {
        _log.Add(fact);
        (_streams.TryGetValue(fact.Stream, out var stream) ? stream : _streams[fact.Stream] = []).Add(fact);
    }
}
