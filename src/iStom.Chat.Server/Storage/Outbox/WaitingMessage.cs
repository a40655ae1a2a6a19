using NodaTime;

namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>A message that is not done yet.</summary>
/// <param name="Due">When the next try is.</param>
/// <param name="ParkedAt">It waits for a person since then; null while it is tried.</param>
/// <param name="Reason">What the last try threw; null before the first has failed.</param>
public sealed record WaitingMessage(Guid Id, int Tries, Instant Due, Instant? ParkedAt, string? Reason);
