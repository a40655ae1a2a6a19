namespace iStom.Chat.Server.Storage;

/// <summary>What one command has written.</summary>
/// <param name="Events">By stream and version.</param>
public sealed record Committed(IReadOnlyList<StoredEvent> Events);
