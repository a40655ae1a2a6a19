namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>Of an exception: why a message was not even tried. Where somebody has decided so, it waits, and no try is counted.</summary>
public interface IPostponing
{
    bool IsPostponed { get; }
}
