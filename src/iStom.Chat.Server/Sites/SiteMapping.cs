using iStom.Chat.Domain.Sites;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Sites;

/// <summary>Sites as documents.</summary>
public static class SiteMapping
{
    public static IDocumentMapping Instance { get; } = new DocumentMapping<Site>(site => site.Id.Value);
}
