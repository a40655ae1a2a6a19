namespace iStom.Chat.Server.Storage;

/// <summary>Values of an expected version that are not a version.</summary>
public static class StreamVersion
{
    /// <summary>Append behind whatever is there.</summary>
    public const long Any = -1;

    /// <summary>The stream or document must not exist yet.</summary>
    public const long None = 0;
}
