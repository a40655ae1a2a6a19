using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Contract;

/// <summary>Reads a conversation by sequence: the only order there is.</summary>
public static class Transcript
{
    /// <summary>Entries of a first screen.</summary>
    public const int Newest = 50;

    /// <summary>Most entries in one answer; whoever has missed more asks again from where it ends.</summary>
    public const int Most = 500;

    /// <summary>Everything after a sequence; after 0, the newest entries.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="conversation">The stream.</param>
    /// <param name="after">The last sequence that the caller has.</param>
    /// <param name="last">The conversation's last sequence.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IReadOnlyList<Message>> SinceAsync(
        IStoreSession session, Guid conversation, long after, long last, CancellationToken cancellation)
    {
        var from = after == 0 ? Math.Max(0, last - Newest) : after;
        var events = await session.ReadAsync(conversation, from, Most, cancellation);
        return [.. events.Select(MessageMapper.ToMessage)];
    }

    /// <summary>The page that ends before a sequence.</summary>
    public static async Task<IReadOnlyList<Message>> BeforeAsync(
        IStoreSession session, Guid conversation, long before, int limit, CancellationToken cancellation)
    {
        var from = Math.Max(0, before - 1 - limit);
        var events = await session.ReadAsync(conversation, from, (int)Math.Min(limit, Math.Max(0, before - 1 - from)), cancellation);
        return [.. events.Select(MessageMapper.ToMessage)];
    }
}
