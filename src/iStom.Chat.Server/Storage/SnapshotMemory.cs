using System.Collections.Concurrent;

namespace iStom.Chat.Server.Storage;

/// <summary>
/// The snapshots that this node has written or read lately, so that a busy conversation is not read for every message. It
/// may be out of date: whoever decides on what it says has the commit check it.
/// </summary>
internal sealed class SnapshotMemory
{
    /// <summary>After which a snapshot is read again, so that what was repaired behind the server's back is seen.</summary>
    private const long Lifetime = 60_000;

    /// <summary>After so many that were kept everything is forgotten: the busy ones are back with their next message.</summary>
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<Guid, Remembered> _snapshots = new();
    private int _kept;

    public Versioned<T>? Find<T>(Guid id)
        where T : class =>
        _snapshots.TryGetValue(id, out var found) && found.Until > Environment.TickCount64 && found.Value is T value ? new(value, found.Version) : null;

    /// <summary>Keeps the newer of what is known and what is new.</summary>
    public void Keep(IEnumerable<(Guid Id, object Value, long Version)> snapshots)
    {
        var now = Environment.TickCount64;
        foreach (var (id, value, version) in snapshots)
        {
            var fresh = new Remembered(value, version, now + Lifetime);
            if (Interlocked.Increment(ref _kept) % Most == 0)
            {
                _snapshots.Clear();
            }

            _snapshots.AddOrUpdate(id, fresh, (_, known) => known.Until <= now ? fresh : known.Version < version ? fresh with { Until = known.Until } : known);
        }
    }

    /// <summary>These have turned out to be wrong, or may have.</summary>
    public void Forget(IEnumerable<Guid> snapshots)
    {
        foreach (var id in snapshots)
        {
            _snapshots.TryRemove(id, out _);
        }
    }

    private sealed record Remembered(object Value, long Version, long Until);
}
