namespace iStom.Chat.Server.Storage;

/// <summary>For documents that say how something does: the next outcome says it anew.</summary>
public static class Noting
{
    /// <summary>Writes a change down, where it is one. What another node writes in the same moment is as good.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="id">Of the document.</param>
    /// <param name="change">What it becomes; of null, the first.</param>
    /// <param name="cancellation">Of whoever waits.</param>
    public static async Task NoteAsync<T>(this IStore store, Guid id, Func<T?, T> change, CancellationToken cancellation)
        where T : class
    {
        var session = store.OpenSession();
        var before = await session.LoadAsync<T>(id, cancellation);
        var after = change(before?.Value);
        if (Equals(after, before?.Value))
        {
            return;
        }

        var version = before?.Version ?? StreamVersion.None;
        session.Store(after, version, version + 1);
        try
        {
            await session.CommitAsync(cancellation);
        }
        catch (ConcurrencyConflictException)
        {
            // Another outcome was written: the next one is written again.
        }
    }
}
