using NodaTime;

namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>Work to be done after a commit, at least once.</summary>
/// <param name="Id">Unique among the messages that wait or are parked; derive it where the same work must not be left twice.</param>
/// <param name="Kind">Names the handler; stored, so it is for ever.</param>
/// <param name="Data">What the handler needs, best ids alone; stored as JSON.</param>
/// <param name="Due">Not before this instant.</param>
/// <param name="Subject">
/// The visitor, conversation or ticket that it is about: with their erasure it is dropped. Never null where
/// <paramref name="Data"/> holds a person's data.
/// </param>
public sealed record OutboxMessage(Guid Id, string Kind, object Data, Instant Due, Guid? Subject);
