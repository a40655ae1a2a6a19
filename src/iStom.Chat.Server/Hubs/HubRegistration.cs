using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.SignalR;

namespace iStom.Chat.Server.Hubs;

public static class HubRegistration
{
    /// <summary>Longest message of a client, in bytes: a text of the greatest length in whatever script (three bytes a unit), with room for the rest.</summary>
    private const int MaxMessage = 32 * 1024;

    /// <summary>Both hubs and those who push to them.</summary>
    public static IServiceCollection AddChatHubs(this IServiceCollection services)
    {
        services.AddSignalR(options =>
        {
            options.MaximumReceiveMessageSize = MaxMessage;
            options.EnableDetailedErrors = false;
            options.AddFilter<HubFailures>();
            options.AddFilter<HubLimits>();
        }).AddJsonProtocol(options => StoreJson.AddConverters(options.PayloadSerializerOptions));
        services.AddSingleton<IHubProtocolResolver, CodedHubProtocols>();
        services.AddSingleton<HubFailures>();
        services.AddSingleton(typeof(HubLifetimeManager<>), typeof(DrainedLifetimes<>));
        services.AddSingleton<HubLimits>();
        services.AddSingleton<Broadcast>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<Broadcast>());
        services.AddHostedService(provider => provider.GetRequiredService<Broadcast>());
        services.AddSingleton<Signals>();
        services.AddSingleton<WatchedStreams>();
        services.AddHostedService<MissedPushes>();
        services.AddSingleton<QueueBroadcast>();
        return services.AddHostedService(provider => provider.GetRequiredService<QueueBroadcast>());
    }
}
