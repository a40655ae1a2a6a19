using iStom.Chat.Domain.Integrations;
using iStom.Chat.Server.Storage.Changes;

namespace iStom.Chat.Server.Hosting.Outbound;

internal static class OutboundRegistration
{
    /// <summary>What calls of other programs need.</summary>
    public static IServiceCollection AddOutbound(this IServiceCollection services) => services
        .AddLive<IntegrationSwitch>()
        .AddSingleton<IntegrationSwitches>()
        .AddSingleton<IntegrationHealthBook>()
        .AddSingleton<OutboundGuard>()
        .AddSingleton<OutboundCalls>()
        .AddSingleton<SignedWebhook>();
}
