using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Storage;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Npgsql;

namespace iStom.Chat.Server.Pages;

/// <summary>What is where. Chat and desk are different origins: the paths of one do not exist on the other.</summary>
internal static class PageRegistration
{
    public static void AddChatPages(this IServiceCollection services)
    {
        services.AddSingleton<WidgetFiles>();
        services.Configure<JsonOptions>(options => StoreJson.AddConverters(options.SerializerOptions));
    }

    public static Task MigrateAsync(this WebApplication app) =>
        Migration.ApplyAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), CancellationToken.None);

    public static void MapChat(this WebApplication app)
    {
        var chat = app.MapHost(options => options.ChatOrigin);
        chat.MapFramePage();
        chat.MapVisitorSession();
        chat.MapHub<VisitorHub>("/hubs/visitor", Bound);
        chat.MapWidgetFiles();
    }

    public static void MapDesk(this WebApplication app)
    {
        var desk = app.MapHost(options => options.DeskOrigin);
        desk.MapDeskPage();
        desk.MapAccount();
        desk.MapTickets();
        desk.MapPrivacy();
        desk.MapHub<AgentHub>("/hubs/agent", Bound);
        desk.MapWidgetFiles();
    }

    private static RouteGroupBuilder MapHost(this WebApplication app, Func<ChatOptions, string> origin)
    {
        var host = new Uri(origin(app.Services.GetRequiredService<IOptions<ChatOptions>>().Value)).Host;
        return app.MapGroup("").RequireHost(host);
    }

    /// <summary>A client that does not read is cut off rather than kept in memory.</summary>
    private static void Bound(HttpConnectionDispatcherOptions options)
    {
        const int Buffer = 64 * 1024;
        options.ApplicationMaxBufferSize = Buffer;
        options.TransportMaxBufferSize = Buffer;
        options.CloseOnAuthenticationExpiration = true;
    }
}
