using iStom.Chat.Server.Storage;
using NpgsqlTypes;

namespace iStom.Chat.Server.Agents;

/// <summary>The secret of a link that serves without a sign-in: only its hash is kept, and apart from what the audit shows.</summary>
/// <param name="Id">What it opens.</param>
public sealed record LinkKey(Guid Id, string Hash)
{
    public static IDocumentMapping Mapping { get; } = new DocumentMapping<LinkKey>(
        key => key.Id, new DuplicatedField<LinkKey>("hash", NpgsqlDbType.Varchar, key => key.Hash, nameof(Hash), FieldIndex.Unique));
}
