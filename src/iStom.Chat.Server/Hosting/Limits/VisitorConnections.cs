using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Hosting;

/// <summary>How many connections each visitor has on this node.</summary>
public sealed class VisitorConnections(IOptions<LimitOptions> options)
{
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>False when the visitor has as many as is allowed; then nothing was counted.</summary>
    public bool TryAdd(string visitor)
    {
        lock (_lock)
        {
            var open = _open.GetValueOrDefault(visitor);
            if (open >= options.Value.ConnectionsPerVisitor)
            {
                return false;
            }

            _open[visitor] = open + 1;
            return true;
        }
    }

    public void Remove(string visitor)
    {
        lock (_lock)
        {
            if (--_open[visitor] == 0)
            {
                _open.Remove(visitor);
            }
        }
    }
}
