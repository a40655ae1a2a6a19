using System.Text.Json.Serialization;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Pages.Description;
using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Pages;

/// <summary>What is where. Chat and desk are different origins: the paths of one do not exist on the other.</summary>
internal static class PageRegistration
{
    /// <summary>Most that is kept for one client, in bytes.</summary>
    private const int MaxBuffer = 64 * 1024;

    /// <summary>A poll that brings nothing is answered by then: each side takes the other for gone after 30 s of silence, and so do proxies after a minute.</summary>
    private static readonly TimeSpan PollTimeout = TimeSpan.FromSeconds(20);

    public static void AddChatPages(this IServiceCollection services)
    {
        services.AddSingleton<WidgetFiles>();
        services.AddDescription();
        services.Configure<JsonOptions>(options =>
        {
            StoreJson.AddConverters(options.SerializerOptions);
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
    }

    public static Task MigrateAsync(this WebApplication app) => app.Services.MigrateStorageAsync(CancellationToken.None);

    public static void MapChat(this WebApplication app)
    {
        var chat = app.MapHost(options => options.ChatOrigin);
        chat.MapFramePage();
        chat.MapVisitorSession();
        chat.MapVisitorManual();
        chat.MapVisitorContact();
        chat.MapRemoteCard();
        chat.MapVisitorFiles();
        chat.MapHub<VisitorHub>("/hubs/visitor", Bound);
    }

    public static void MapDesk(this WebApplication app)
    {
        var desk = app.MapHost(options => options.DeskOrigin);
        desk.MapDeskPage();
        desk.MapAccount();
        desk.MapPasskeys();
        desk.MapSecurity();
        desk.MapPeople();
        desk.MapInvitations();
        desk.MapPasswordResets();
        desk.MapShifts();
        desk.MapAlarms();
        desk.MapRemoteSupport();
        desk.MapMail();
        desk.MapCalls();
        desk.MapTickets();
        desk.MapRatings();
        desk.MapStaffFiles();
        desk.MapVisitors();
        desk.MapPrivacy();
        desk.MapRetention();
        desk.MapAudit();
        desk.MapRegulation();
        desk.MapClinics();
        desk.MapManual();
        desk.MapCannedReplies();
        desk.MapWorkingTexts();
        desk.MapIntegrations();
        desk.MapSearch();
        desk.MapSites();
        desk.MapDevelopment();
        desk.MapDevelopmentLinks();
        desk.MapHub<AgentHub>("/hubs/agent", Bound);
    }

    /// <summary>What both have: their built files, and the description of the HTTP side.</summary>
    public static void MapShared(this WebApplication app)
    {
        var both = app.MapHost(options => options.ChatOrigin, options => options.DeskOrigin);
        both.MapWidgetFiles();
        both.MapDescription();
    }

    private static RouteGroupBuilder MapHost(this WebApplication app, params Func<ChatOptions, string>[] origins)
    {
        var options = app.Services.GetRequiredService<IOptions<ChatOptions>>().Value;
        return app.MapGroup("").WithTags("Pages").RequireHost([.. origins.Select(origin => new Uri(origin(options)).Host)]);
    }

    /// <summary>A client that does not read is cut off rather than kept in memory.</summary>
    private static void Bound(HttpConnectionDispatcherOptions options)
    {
        options.ApplicationMaxBufferSize = MaxBuffer;
        options.TransportMaxBufferSize = MaxBuffer;
        options.CloseOnAuthenticationExpiration = true;
        options.LongPolling.PollTimeout = PollTimeout;
    }
}
