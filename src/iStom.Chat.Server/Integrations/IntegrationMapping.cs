using iStom.Chat.Domain.Integrations;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Integrations;

/// <summary>Keys of the API as documents.</summary>
public static class IntegrationMapping
{
    public static IDocumentMapping OfSwitches { get; } = new DocumentMapping<IntegrationSwitch>(one => one.Id);

    public static IDocumentMapping OfApiKeys { get; } = new DocumentMapping<ApiKey>(key => key.Id.Value);
}
