namespace iStom.Chat.TestSupport;

/// <summary>Where clients dial, and the origins as which they speak. The port may be a proxy's, or a server's in a process of its own.</summary>
public interface IServerAddress
{
    int Port { get; }

    string ChatOrigin { get; }

    string DeskOrigin { get; }
}
