namespace iStom.Chat.Server.Storage;

/// <summary>What one command has written.</summary>
/// <param name="Events">By stream and version.</param>
/// <param name="Enqueued">How many messages went to the outbox.</param>
public sealed record Committed(IReadOnlyList<StoredEvent> Events, int Enqueued = 0)
{
    /// <summary>Snapshots as they are with this commit, which need not be read again. Any may be missing.</summary>
    public IReadOnlyList<object> Snapshots { get; init; } = [];
}
