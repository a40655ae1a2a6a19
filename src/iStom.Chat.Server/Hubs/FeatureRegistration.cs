using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Sites;
using iStom.Chat.Domain.Wording;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Alarms;
using iStom.Chat.Server.Attachments;
using iStom.Chat.Server.Audit;
using iStom.Chat.Server.Calls;
using iStom.Chat.Server.Clinics;
using iStom.Chat.Server.Clinics.Import;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Development;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Integrations;
using iStom.Chat.Server.Mailboxes;
using iStom.Chat.Server.Manual;
using iStom.Chat.Server.Manual.Import;
using iStom.Chat.Server.Privacy;
using iStom.Chat.Server.Queue;
using iStom.Chat.Server.Regulation;
using iStom.Chat.Server.RemoteSupport;
using iStom.Chat.Server.Search;
using iStom.Chat.Server.Sites;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.Server.Tickets;
using iStom.Chat.Server.Visitors;
using iStom.Chat.Server.Wording;

namespace iStom.Chat.Server.Hubs;

public static class FeatureRegistration
{
    /// <summary>Every document of the product.</summary>
    public static IDocumentMapping[] Documents { get; } =
    [
        ConversationMapping.Instance,
        TicketMapping.Instance,
        ClinicMapping.Instance,
        ClinicMapping.OfTariffs,
        ArticleMapping.Instance,
        SelfHelp.Mapping,
        WordingMapping.OfCannedReplies,
        WordingMapping.OfWorkingTexts,
        IntegrationMapping.OfApiKeys,
        IntegrationMapping.OfSwitches,
        IntegrationHealth.Mapping,
        ApiKeySecret.Mapping,
        SiteMapping.Instance,
        SigningSecret.Mapping,
        UsedToken.Mapping,
        Visitor.Mapping,
        BlockBook.Mapping,
        CalendarYearMapping.Instance,
        RegulationSettingsMapping.Instance,
        AuditEntry.Mapping,
        Agent.Mapping,
        AgentSession.Mapping,
        PasskeyChallenge.Mapping,
        InvitationMapping.Instance,
        PasswordResetMapping.Instance,
        AlarmMapping.OfSettings,
        RetentionMapping.OfSettings,
        RetentionMapping.OfRuns,
        AlarmMapping.OfAlarms,
        LinkKey.Mapping,
        ShiftMapping.Instance,
        ReadMarkers.Mapping,
        KeptFile.Mapping,
        MailboxMapping.Instance,
        MailboxMapping.OfSettings,
        MailboxHealth.Mapping,
        ReceivedMail.Mapping,
        DevelopmentMapping.OfItems,
        DevelopmentMapping.OfReleases,
        DevelopmentMapping.OfSettings,
        TrackerTally.Mapping,
        CallMapping.OfSettings,
        PhoneCall.Mapping,
        RemoteSupportMapping.OfSettings,
        RemoteAccess.Mapping,
        DataProtectionKey.Mapping,
    ];

    /// <summary>The store with every document of the product.</summary>
    public static IServiceCollection AddChatStore(this IServiceCollection services, string connectionString) =>
        services.AddChatStorage(connectionString, Documents);

    /// <summary>The services of the features, as far as they are more than handlers.</summary>
    public static IServiceCollection AddChatFeatures(this IServiceCollection services) => services
        .AddLive<CalendarYear>()
        .AddLive<RegulationSettings>()
        .AddSingleton<LiveRegulation>()
        .AddSingleton<OpenWaits>()
        .AddSingleton<IOutboxHandler, RecomputePromises>()
        .AddSingleton<AuditReader>()
        .AddLive<TariffTerms>()
        .AddSingleton<TariffBook>()
        .AddSingleton<ClinicReader>()
        .AddSingleton<ClinicMapper>()
        .AddSingleton<ClinicImport>()
        .AddSingleton<ArticleReader>()
        .AddSingleton<ArticleSearch>()
        .AddSingleton<ManualImport>()
        .AddSingleton<ReplyChanges>()
        .AddLive<WorkingText>()
        .AddSingleton<WorkingTextBook>()
        .AddSingleton<ApiKeyReader>()
        .AddOutbound()
        .AddSingleton<SearchReader>()
        .AddLive<Site>()
        .AddSingleton<SiteBook>()
        .AddLive<VisitorBlock>()
        .AddSingleton<BlockBook>()
        .AddSingleton<VisitorReader>()
        .AddSingleton<TicketReader>()
        .AddSingleton<RatingReader>()
        .AddSingleton<TicketMapper>()
        .AddSingleton<TicketTimeline>()
        .AddSingleton<QueueReader>()
        .AddSingleton<QueueMapper>()
        .AddSingleton<TakeNextTurn>()
        .AddSingleton<AgentPresence>()
        .AddSingleton<PresenceLeases>()
        .AddPeople()
        .AddHostedService<PresenceWatch>()
        .AddSingleton<PaidCoverWatch>()
        .AddHostedService(provider => provider.GetRequiredService<PaidCoverWatch>())
        .AddAlarms()
        .AddSingleton<AlarmWatch>()
        .AddHostedService(provider => provider.GetRequiredService<AlarmWatch>())
        .AddSingleton<TicketSerials>()
        .AddSingleton<ClaimHistories>()
        .AddSingleton<StaffOpening>()
        .AddSingleton<VerifiedUsers>()
        .AddSingleton<AnonymousTickets>()
        .AddSingleton<TicketIntake>()
        .AddSingleton<Consents>()
        .AddAttachments()
        .AddMailboxes()
        .AddDevelopment()
        .AddCalls()
        .AddSingleton<CallWatch>()
        .AddHostedService(provider => provider.GetRequiredService<CallWatch>())
        .AddRemoteSupport()
        .AddPrivacy();
}
