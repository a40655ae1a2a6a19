using iStom.Chat.Domain.Alarms;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Storage.Outbox;

namespace iStom.Chat.Server.Alarms;

internal static class AlarmRegistration
{
    /// <summary>What the commands about alarms share.</summary>
    public static IServiceCollection AddAlarms(this IServiceCollection services) => services
        .AddLive<AlarmSettings>()
        .AddSingleton<AlarmReader>()
        .AddSingleton<Webhook>()
        .AddSingleton<IIntegration>(provider => provider.GetRequiredService<Webhook>())
        .AddSingleton<IOutboxHandler, AlarmDelivery>();
}
