namespace iStom.Chat.Server.Hosting;

/// <summary>A connection as a stop sees it.</summary>
/// <param name="close">Asks the client to come back later; returns at once.</param>
public sealed class DrainedConnection(Action close)
{
    /// <summary>Ids of calls that have no answer yet. Only the drain touches it, under its lock.</summary>
    internal HashSet<string> Calls { get; } = new(StringComparer.Ordinal);

    public void Close() => close();
}
