using iStom.Chat.Domain.RemoteSupport;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>How the settings of remote support are stored.</summary>
public static class RemoteSupportMapping
{
    public static IDocumentMapping OfSettings { get; } = new DocumentMapping<RemoteSupportSettings>(settings => settings.Id);
}
