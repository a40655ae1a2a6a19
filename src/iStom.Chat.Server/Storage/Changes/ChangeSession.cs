using iStom.Chat.Domain;

namespace iStom.Chat.Server.Storage.Changes;

/// <summary>Keeps what staff change: the document, the event that says how it changed, and its line in the audit.</summary>
public static class ChangeSession
{
    /// <summary>The document becomes what the change says.</summary>
    /// <param name="session">Nothing is written before its commit.</param>
    /// <param name="change">One of the types that <see cref="Projections"/> names.</param>
    /// <param name="version">Of the document that was decided on; <see cref="StreamVersion.None"/> for a new one.</param>
    public static void Change<T>(this IStoreSession session, IChangeOf<T> change, long version)
        where T : class, IKept
    {
        session.Record(change, Projections.KindOf<T>(), version);
        if (change.After is { } after)
        {
            session.Store(after, version, version + 1);
        }
        else
        {
            session.Delete<T>(change.Kept.Key, version);
        }
    }

    /// <summary>The event and its line alone, of what is stored elsewhere since it holds secrets.</summary>
    public static void Record(this IStoreSession session, IChange change, string kind, long version)
    {
        var (id, kept, made) = (Guid.CreateVersion7(), change.Kept, change.Made);
        session.Append(kept.Key, kind, version, [new(id, made.At, change)]);
        session.Store(new AuditEntry { Id = id, Kind = kind, Subject = kept.Key, By = made.By, At = made.At }, StreamVersion.None, 1);
    }
}
