namespace iStom.Chat.Server.Storage.Search;

/// <summary>A commit has brought events, which may have texts.</summary>
public sealed class SearchSignal : CommitSignal
{
    protected override bool Concerns(Committed committed) => committed.Events.Count > 0;
}
