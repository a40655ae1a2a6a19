using NodaTime;

namespace iStom.Chat.Server.Storage;

/// <summary>An event to append.</summary>
/// <param name="Id">Unique over all streams; derived from a client's id where a retry must be recognised.</param>
/// <param name="At">When it happened, to the microsecond, as PostgreSQL keeps it.</param>
/// <param name="Data">The event itself.</param>
public sealed record NewEvent(Guid Id, Instant At, object Data);
