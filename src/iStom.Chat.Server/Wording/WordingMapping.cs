using iStom.Chat.Domain.Wording;
using iStom.Chat.Server.Storage;
using NpgsqlTypes;

namespace iStom.Chat.Server.Wording;

/// <summary>Canned replies and the panel's words as documents.</summary>
public static class WordingMapping
{
    public static IDocumentMapping OfCannedReplies { get; } = new DocumentMapping<CannedReply>(
        reply => reply.Id.Value,
        new("owner", NpgsqlDbType.Uuid, reply => reply.Owner?.Value),
        // Whoever takes a shortcut in the same moment as somebody else runs into the index, is decided on again, and then refused.
        new("shortcut", NpgsqlDbType.Varchar, reply => reply.Shortcut is { } shortcut ? $"{reply.Owner?.Value}/{shortcut}" : null, Index: FieldIndex.Unique));

    public static IDocumentMapping OfWorkingTexts { get; } = new DocumentMapping<WorkingText>(text => text.Id.Value);
}
