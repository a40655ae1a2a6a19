using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Storage.Outbox;

namespace iStom.Chat.Server.Development;

internal static class DevelopmentRegistration
{
    /// <summary>What the commands about development share.</summary>
    public static IServiceCollection AddDevelopment(this IServiceCollection services)
    {
        foreach (var tracker in Enum.GetValues<Tracker>())
        {
            services.AddSingleton<IIntegration>(provider => new TrackerIntegration(tracker, provider.GetRequiredService<TrackerGate>()));
        }

        return services
            .AddLive<DevelopmentSettings>()
            .AddSingleton<DevelopmentReader>()
            .AddSingleton<DevelopmentTexts>()
            .AddSingleton<DevelopmentHooks>()
            .AddSingleton<IIntegration>(provider => provider.GetRequiredService<DevelopmentHooks>())
            .AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<DevelopmentHooks>())
            .AddSingleton<ItemChanges>()
            .AddSingleton<TrackerGate>()
            .AddSingleton<IOutboxHandler, ReleaseTelling>();
    }
}
