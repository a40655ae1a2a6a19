namespace iStom.Chat.Server.RemoteSupport;

/// <summary>TeamViewer did not do what it was asked for. The message is a stable word that holds no secret: <c>Http401</c>, <c>Timeout</c>.</summary>
public sealed class TeamViewerException : Exception
{
    public TeamViewerException()
    {
    }

    public TeamViewerException(string reason)
        : base(reason)
    {
    }

    public TeamViewerException(string reason, Exception innerException)
        : base(reason, innerException)
    {
    }
}
