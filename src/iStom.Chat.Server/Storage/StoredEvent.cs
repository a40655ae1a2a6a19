using NodaTime;

namespace iStom.Chat.Server.Storage;

/// <summary>A committed event with its place: versions of a stream run 1..n without gaps and are the only order.</summary>
public sealed record StoredEvent(Guid Id, Guid Stream, long Version, Instant At, object Data);
