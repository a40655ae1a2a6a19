using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Regulation;

/// <summary>An edition of the regulation as a document.</summary>
public static class RegulationSettingsMapping
{
    public static IDocumentMapping Instance { get; } = new DocumentMapping<RegulationSettings>(edition => edition.Id);
}
