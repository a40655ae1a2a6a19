using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.Faults.Tests.Workload;

namespace iStom.Chat.Faults.Tests.Model;

/// <summary>
/// The product in small: conversations, one ticket each, in memory, behind a network that loses requests, answers and
/// pushes. Right without defects; what a defect breaks, the checker has to find.
/// </summary>
internal sealed class ModelServer : IExchange
{
    private readonly Lock _lock = new();
    private readonly Defects _defects;
    private readonly IReadOnlyList<Guid> _conversations;
    private readonly IReadOnlyList<Guid> _accounts;
    private readonly Random _random;
    private readonly ModelStore _store;
    private readonly ModelDesk _desk;
    private readonly List<(Guid Conversation, Action<Guid, Entry> Heard)> _listeners = [];
    private int _calls;

    public ModelServer(Defects defects, int seed, IReadOnlyList<Guid> conversations, IReadOnlyList<Guid> accounts)
    {
        (_defects, _conversations, _accounts, _random) = (defects, conversations, accounts, new Random(seed));
        _store = new(defects, new Random(seed + 1));
        _desk = new(_store, defects);
    }

    public IReadOnlyList<Fact> Facts => _store.Facts;

    /// <summary>Whether things still break.</summary>
    public bool IsBadDay { get; set; } = true;

    public Task<IVisitorLine> DialAsVisitorAsync(int visitor, Action<Entry> heard) => CallAsync<IVisitorLine>(() =>
    {
        _listeners.Add((_conversations[visitor], (_, entry) => heard(entry)));
        return new ModelVisitorLine(this, _desk, _conversations[visitor]);
    });

    public Task<IAgentLine> DialAsAgentAsync(int agent, Action<Guid, Entry> heard) => CallAsync<IAgentLine>(() =>
    {
        _listeners.Add((Guid.Empty, heard));
        return new ModelAgentLine(this, _desk, _accounts[agent]);
    });

    /// <summary>One command: alone, and on a bad day without its request or its answer.</summary>
    public async Task<T> CallAsync<T>(Func<T> command)
    {
        await Task.Yield();
        lock (_lock)
        {
            var fate = IsBadDay ? _random.Next(100) : 100;
            if (fate < 4)
            {
                throw new IOException("The request was lost.");
            }

            if (IsBadDay && ++_calls % 50 == 0)
            {
                _store.Crash();
                throw new IOException("The server has crashed.");
            }

            if (IsBadDay && _calls % 50 == 25)
            {
                _desk.ReturnOne();
            }

            var answer = command();
            _store.Commit();
            return fate < 10 ? throw new IOException("The answer was lost.") : answer;
        }
    }

    public bool Has(Defects defect) => _defects.HasFlag(defect);

    /// <summary>A message is stored, and then told.</summary>
    public Fact Stored(Guid ticket, Fact fact)
    {
        _store.Commit();
        Push(ticket, fact);
        if (Has(Defects.ShowsBeforeCommit) && _random.Next(40) == 0)
        {
            _store.Forget(fact);
            throw new RefusedException("text-too-long");
        }

        return fact;
    }

    /// <summary>Tells those who listen; on a bad day not all of them.</summary>
    private void Push(Guid ticket, Fact fact)
    {
        foreach (var (_, heard) in _listeners.Where(listener => listener.Conversation == fact.Stream || listener.Conversation == Guid.Empty))
        {
            if (!IsBadDay || _random.Next(10) > 0)
            {
                heard(ticket, ModelDesk.EntryOf(fact));
            }
        }
    }
}
