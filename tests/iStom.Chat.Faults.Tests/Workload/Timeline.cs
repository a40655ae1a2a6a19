using iStom.Chat.Faults.Tests.Histories;

namespace iStom.Chat.Faults.Tests.Workload;

/// <summary>
/// What a panel shows: a stretch without holes, as the browser keeps it. What comes early waits for what is missing;
/// the checker sees every push by itself, so that nothing is hidden by what is ignored here.
/// </summary>
internal sealed class Timeline
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _shown = [];
    private readonly SortedDictionary<long, Entry> _early = [];
    private bool _hasBegun;

    public long Last
    {
        get
        {
            lock (_lock)
            {
                return _shown is [.., var last] ? last.Sequence : 0;
            }
        }
    }

    /// <summary>Something is missing: ask for it.</summary>
    public bool HasGap
    {
        get
        {
            lock (_lock)
            {
                return _early.Count > 0;
            }
        }
    }

    public IReadOnlyList<Entry> Shown
    {
        get
        {
            lock (_lock)
            {
                return [.. _shown];
            }
        }
    }

    /// <summary>A push.</summary>
    public void Hear(Entry entry)
    {
        lock (_lock)
        {
            _early[entry.Sequence] = entry;
            Settle();
        }
    }

    /// <summary>An answer to a question for what comes after what is shown.</summary>
    public void Read(IReadOnlyList<Entry> entries)
    {
        lock (_lock)
        {
            if (!_hasBegun)
            {
                _hasBegun = true;
                _shown.AddRange(entries);
            }

            foreach (var entry in entries)
            {
                _early[entry.Sequence] = entry;
            }

            Settle();
        }
    }

    private void Settle()
    {
        while (_hasBegun && _early.Count > 0 && _early.First() is var (sequence, entry))
        {
            var due = _shown is [.., var last] ? last.Sequence + 1 : 1;
            if (sequence > due)
            {
                return;
            }

            _early.Remove(sequence);
            if (sequence == due)
            {
                _shown.Add(entry);
            }
        }
    }
}
