using System.Collections.Concurrent;

namespace iStom.Chat.Server.Hubs;

/// <summary>
/// The streams that this node's clients look at, each with the last version that they were told. Whatever is stored
/// beyond it has not been told, for whatever reason: a push failed, or another node wrote.
/// </summary>
public sealed class WatchedStreams
{
    private readonly ConcurrentDictionary<(string Connection, Guid Stream), byte> _watchers = new();
    private readonly ConcurrentDictionary<Guid, long> _told = new();

    /// <summary>A client looks at a stream and has everything up to this version.</summary>
    public void Watch(string connection, Guid stream, long version)
    {
        _watchers[(connection, stream)] = 0;
        _told.AddOrUpdate(stream, version, (_, told) => Math.Min(told, version));
    }

    /// <summary>A client is gone; a stream without watchers is forgotten at the next look.</summary>
    public void Leave(string connection)
    {
        foreach (var key in _watchers.Keys.Where(key => key.Connection == connection))
        {
            _watchers.TryRemove(key, out _);
        }
    }

    /// <summary>Everything up to this version was pushed.</summary>
    public void Told(Guid stream, long version)
    {
        if (_told.TryGetValue(stream, out var told) && told < version)
        {
            _told.TryUpdate(stream, version, told);
        }
    }

    /// <summary>The streams that are looked at, and the last version told of each.</summary>
    public IReadOnlyDictionary<Guid, long> Look()
    {
        var watched = _watchers.Keys.Select(key => key.Stream).ToHashSet();
        foreach (var forgotten in _told.Keys.Where(stream => !watched.Contains(stream)))
        {
            _told.TryRemove(forgotten, out _);
        }

        return _told.ToDictionary();
    }
}
