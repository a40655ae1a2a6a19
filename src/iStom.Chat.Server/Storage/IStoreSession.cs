using iStom.Chat.Server.Storage.Outbox;

namespace iStom.Chat.Server.Storage;

/// <summary>
/// Reads what a decision needs, collects what it changes, and commits all of it at once or none of it.
/// Writes wait in memory until <see cref="CommitAsync"/>.
/// </summary>
public interface IStoreSession
{
    /// <summary>A document or snapshot with its version; null when there is none.</summary>
    Task<Versioned<T>?> LoadAsync<T>(Guid id, CancellationToken cancellation)
        where T : class;

    /// <summary>
    /// A snapshot to decide on, perhaps from this node's memory. The commit checks that what was remembered is still the newest,
    /// and throws <see cref="ConcurrencyConflictException"/> otherwise; the next session then reads it. A refusal is never to be decided on it.
    /// </summary>
    Task<Versioned<T>?> RecallAsync<T>(Guid id, CancellationToken cancellation)
        where T : class;

    /// <summary>The event with this id, whatever its stream; null when there is none.</summary>
    Task<StoredEvent?> FindEventAsync(Guid eventId, CancellationToken cancellation);

    /// <summary>Events of a stream in order, those with a version above <paramref name="after"/>.</summary>
    Task<IReadOnlyList<StoredEvent>> ReadAsync(Guid stream, long after, int limit, CancellationToken cancellation);

    /// <summary>Appends to a stream; it begins when the expected version is 0.</summary>
    /// <param name="stream">The stream's id.</param>
    /// <param name="kind">What the stream is of, as Marten's aggregate alias: <c>ticket</c>.</param>
    /// <param name="expected">The version that was decided on, or <see cref="StreamVersion.Any"/>.</param>
    /// <param name="events">At least one; none is a bug and throws.</param>
    void Append(Guid stream, string kind, long expected, IReadOnlyList<NewEvent> events);

    /// <summary>Stores a document.</summary>
    /// <param name="document">The whole new content.</param>
    /// <param name="expected">The version that was loaded; 0 for a new one.</param>
    /// <param name="next">The version to give it: for a snapshot, its stream's.</param>
    void Store<T>(T document, long expected, long next)
        where T : class;

    /// <summary>Deletes a document.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="expected">The version that was loaded; with <see cref="StreamVersion.Any"/> it may be gone already.</param>
    void Delete<T>(Guid id, long expected)
        where T : class;

    /// <summary>Leaves background work, which is done after the commit, at least once, or not at all without it.</summary>
    void Enqueue(OutboxMessage message);

    /// <summary>
    /// Masks the customer's personal data in every event of these streams, in place: versions and everything else stay.
    /// Outbox messages about them are dropped. Documents are stored masked by the caller, who also appends to each of
    /// the streams, so that nobody writes back what they loaded before.
    /// </summary>
    /// <param name="subjects">Streams, and whatever else an outbox message may be about.</param>
    void Erase(IReadOnlyList<Guid> subjects);

    /// <summary>
    /// Writes everything in one round trip and one transaction, then announces it.
    /// Throws <see cref="ConcurrencyConflictException"/> with nothing written when a stream,
    /// document, event id or outbox message was there first, or a document is gone.
    /// </summary>
    Task<Committed> CommitAsync(CancellationToken cancellation);
}
