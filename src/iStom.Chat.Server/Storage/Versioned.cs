namespace iStom.Chat.Server.Storage;

/// <summary>A document as it was at a version; what is decided on it is written at that version or not at all.</summary>
public sealed record Versioned<T>(T Value, long Version)
    where T : class;
