using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Queue;
using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.SignalR;

namespace iStom.Chat.Server.Hubs;

public static class HubRegistration
{
    /// <summary>Longest message of a client, in bytes: a text of the greatest length, all of it escaped.</summary>
    private const int MaxMessage = 32 * 1024;

    /// <summary>Both hubs and those who push to them.</summary>
    public static IServiceCollection AddChatHubs(this IServiceCollection services)
    {
        services.AddSignalR(options =>
        {
            options.MaximumReceiveMessageSize = MaxMessage;
            options.EnableDetailedErrors = false;
            options.AddFilter<HubFailures>();
        }).AddJsonProtocol(options => StoreJson.AddConverters(options.PayloadSerializerOptions));
        services.AddSingleton<HubFailures>();
        services.AddSingleton<Broadcast>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<Broadcast>());
        services.AddHostedService(provider => provider.GetRequiredService<Broadcast>());
        services.AddSingleton<QueueBroadcast>();
        return services.AddHostedService(provider => provider.GetRequiredService<QueueBroadcast>());
    }

    /// <summary>The services of the features, as far as they are more than handlers.</summary>
    public static IServiceCollection AddChatFeatures(this IServiceCollection services) => services
        .AddSingleton<TicketReader>()
        .AddSingleton<TicketMapper>()
        .AddSingleton<QueueReader>()
        .AddSingleton<QueueMapper>()
        .AddSingleton<TakeNextTurn>()
        .AddSingleton<AgentPresence>()
        .AddSingleton<TicketSerials>()
        .AddSingleton<ClaimHistories>()
        .AddSingleton<TicketIntake>();
}
