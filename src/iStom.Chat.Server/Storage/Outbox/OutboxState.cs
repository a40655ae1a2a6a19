using NodaTime;

namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>How the outbox stands.</summary>
/// <param name="OldestDue">Since when the longest overdue message waits; null when none is due.</param>
/// <param name="Parked">Messages that wait for a person.</param>
public sealed record OutboxState(Instant? OldestDue, long Parked);
