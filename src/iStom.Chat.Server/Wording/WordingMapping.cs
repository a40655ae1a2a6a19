using iStom.Chat.Domain.Wording;
using iStom.Chat.Server.Storage;
using NpgsqlTypes;

namespace iStom.Chat.Server.Wording;

/// <summary>Canned replies and the panel's words as documents.</summary>
public static class WordingMapping
{
    public static IDocumentMapping OfCannedReplies { get; } =
        new DocumentMapping<CannedReply>(reply => reply.Id.Value, new DuplicatedField<CannedReply>("owner", NpgsqlDbType.Uuid, reply => reply.Owner?.Value));

    public static IDocumentMapping OfWorkingTexts { get; } = new DocumentMapping<WorkingText>(text => text.Id.Value);
}
