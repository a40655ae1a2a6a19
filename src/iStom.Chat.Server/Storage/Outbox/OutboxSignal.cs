namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>A commit has left the outbox something.</summary>
public sealed class OutboxSignal : CommitSignal
{
    protected override bool Concerns(Committed committed) => committed.Enqueued > 0;
}
