using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Audit;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Privacy;
using iStom.Chat.Server.Queue;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Tickets;

namespace iStom.Chat.Server.Hubs;

public static class FeatureRegistration
{
    /// <summary>The store with every document of the product.</summary>
    public static IServiceCollection AddChatStore(this IServiceCollection services, string connectionString) => services.AddChatStorage(
        connectionString,
        ConversationMapping.Instance,
        TicketMapping.Instance,
        ClinicMapping.Instance,
        Visitor.Mapping,
        AuditEntry.Mapping,
        Agent.Mapping,
        AgentSession.Mapping,
        ReadMarkers.Mapping,
        DataProtectionKey.Mapping);

    /// <summary>The services of the features, as far as they are more than handlers.</summary>
    public static IServiceCollection AddChatFeatures(this IServiceCollection services) => services
        .AddSingleton<AuditReader>()
        .AddSingleton<TicketReader>()
        .AddSingleton<TicketMapper>()
        .AddSingleton<TicketTimeline>()
        .AddSingleton<QueueReader>()
        .AddSingleton<QueueMapper>()
        .AddSingleton<TakeNextTurn>()
        .AddSingleton<AgentPresence>()
        .AddSingleton<PresenceLeases>()
        .AddHostedService<PresenceWatch>()
        .AddSingleton<TicketSerials>()
        .AddSingleton<ClaimHistories>()
        .AddSingleton<TicketIntake>()
        .AddPrivacy();
}
