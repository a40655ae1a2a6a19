namespace iStom.Chat.Server.Storage;

/// <summary>Is told of every commit of this node, after it, so that nobody hears of what could still be lost.</summary>
public interface ICommitListener
{
    /// <summary>Must return at once and must not throw: the commit is done, and its command waits.</summary>
    void OnCommitted(Committed committed);
}
