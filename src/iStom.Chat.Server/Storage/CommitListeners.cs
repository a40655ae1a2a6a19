namespace iStom.Chat.Server.Storage;

/// <summary>Everybody who is told of a commit.</summary>
internal sealed class CommitListeners(IEnumerable<ICommitListener> listeners)
{
    private readonly ICommitListener[] _listeners = [.. listeners];

    public void Announce(Committed committed)
    {
        foreach (var listener in _listeners)
        {
            listener.OnCommitted(committed);
        }
    }
}
