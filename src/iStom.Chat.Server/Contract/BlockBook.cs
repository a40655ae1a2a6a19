using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;

namespace iStom.Chat.Server.Contract;

/// <summary>Who may not write. It is asked at every message and costs no query.</summary>
public sealed class BlockBook(LiveDocuments<VisitorBlock> kept)
{
    public static IDocumentMapping Mapping { get; } = new DocumentMapping<VisitorBlock>(block => block.Id);

    /// <summary>The id of the block that a thread has, or would have.</summary>
    public static Guid IdOf(ConversationId thread) => NameBasedId.Of(thread.Value, "block");

    /// <summary>Those that hold, newest first.</summary>
    public IReadOnlyList<Versioned<VisitorBlock>> InForce(Instant now) =>
        [.. kept.All.Where(block => block.HoldsAt(now)).OrderByDescending(block => block.At).Select(block => kept.Find(block.Id)).OfType<Versioned<VisitorBlock>>()];

    /// <summary>Null: the thread's visitor may write.</summary>
    public VisitorBlock? InForce(ConversationId thread, Instant now) => kept.Find(IdOf(thread))?.Value is { } block && block.HoldsAt(now) ? block : null;

    /// <summary><c>visitor-blocked</c>, with the end if it has one; null where writing is allowed.</summary>
    public Refusal? RefusalOf(ConversationId thread, Instant now) => InForce(thread, now) is { } block ? SendRefusals.Blocked(block.Until) : null;
}
