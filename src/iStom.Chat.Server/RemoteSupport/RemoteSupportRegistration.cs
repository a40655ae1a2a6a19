using iStom.Chat.Domain.RemoteSupport;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Storage.Outbox;

namespace iStom.Chat.Server.RemoteSupport;

internal static class RemoteSupportRegistration
{
    public static IServiceCollection AddRemoteSupport(this IServiceCollection services) => services
        .AddLive<RemoteSupportSettings>()
        .AddSingleton<RemoteSupportBook>()
        .AddSingleton<IIntegration>(provider => provider.GetRequiredService<RemoteSupportBook>())
        .AddSingleton<RemoteChange>()
        .AddSingleton<RemoteSecrets>()
        .AddSingleton<TeamViewerApi>()
        .AddSingleton<ServiceClosing>()
        .AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<ServiceClosing>())
        .AddHostedService<PeriodicCommand<EndOldSessions>>();
}
