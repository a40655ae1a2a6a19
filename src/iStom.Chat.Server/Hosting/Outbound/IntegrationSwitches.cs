using iStom.Chat.Domain.Integrations;
using iStom.Chat.Server.Storage.Changes;

namespace iStom.Chat.Server.Hosting.Outbound;

/// <summary>Which integrations are to rest.</summary>
public sealed class IntegrationSwitches(LiveDocuments<IntegrationSwitch> switches)
{
    public bool IsPaused(string integration) => switches.Find(IntegrationHealth.IdOf(integration)) is { Value.IsPaused: true };
}
