namespace iStom.Chat.Server.Storage;

/// <summary>The one seam to the event and document store. Everything that changes goes through a session of it.</summary>
public interface IStore
{
    /// <summary>A unit of work: one command, at most one transaction. Not thread-safe; needs no disposal.</summary>
    IStoreSession OpenSession();
}
