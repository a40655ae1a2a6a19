using iStom.Chat.Domain.Phone;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Calls;

/// <summary>How what is known of the exchange is stored.</summary>
public static class CallMapping
{
    public static IDocumentMapping OfSettings { get; } = new DocumentMapping<TelephonySettings>(settings => settings.Id);
}
