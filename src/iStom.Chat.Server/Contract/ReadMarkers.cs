using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Contract;

/// <summary>How far one side has read the conversation.</summary>
public sealed record ReadMarker(AuthorKind Side, long Sequence);

/// <summary>How far both sides have read. A document, not events: it never disturbs the sequence.</summary>
/// <param name="Id">The conversation's.</param>
/// <param name="Visitor">Last sequence that the visitor has seen.</param>
/// <param name="Staff">Last sequence that anybody of the staff has seen.</param>
public sealed record ReadMarkers(Guid Id, long Visitor, long Staff)
{
    public static IDocumentMapping Mapping { get; } = new DocumentMapping<ReadMarkers>(markers => markers.Id);

    public IReadOnlyList<ReadMarker> ToList() => [new(AuthorKind.Visitor, Visitor), new(AuthorKind.Agent, Staff)];

    /// <summary>Both markers; zero where nothing was read.</summary>
    public static async Task<IReadOnlyList<ReadMarker>> OfAsync(IStoreSession session, ConversationId conversation, CancellationToken cancellation) =>
        (await session.LoadAsync<ReadMarkers>(conversation.Value, cancellation))?.Value.ToList() ?? new ReadMarkers(conversation.Value, 0, 0).ToList();

    /// <summary>Moves a marker forward; backward nothing happens. The caller commits.</summary>
    public static async Task<ReadMarker> AdvanceAsync(
        IStoreSession session, ConversationId conversation, AuthorKind side, long sequence, CancellationToken cancellation)
    {
        var loaded = await session.LoadAsync<ReadMarkers>(conversation.Value, cancellation);
        var before = loaded?.Value ?? new(conversation.Value, 0, 0);
        var after = side == AuthorKind.Visitor
            ? before with { Visitor = Math.Max(before.Visitor, sequence) }
            : before with { Staff = Math.Max(before.Staff, sequence) };
        if (after != before)
        {
            var version = loaded?.Version ?? StreamVersion.None;
            session.Store(after, version, version + 1);
        }

        return new(side, side == AuthorKind.Visitor ? after.Visitor : after.Staff);
    }
}
