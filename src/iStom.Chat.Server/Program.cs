using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Demo;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Pages;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Tickets;
using NodaTime;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
});

#pragma warning disable RS0030 // The one place that reads the ambient clock.
var (clock, time) = (new MicrosecondClock(SystemClock.Instance), TimeProvider.System);
#pragma warning restore RS0030

try
{
    using var starting = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole());
    await using var database = await ChatDatabase.OpenAsync(builder.Configuration, builder.Environment, time, starting.CreateLogger<EmbeddedPostgres>());

    builder.Services.AddSingleton<IClock>(clock);
    builder.Services.AddSingleton(time);

    builder.Services.AddChatOptions(builder.Configuration);
    builder.Services.AddSingleton(PromiseClock.Default);
    builder.Services.AddChatStorage(
        database.ConnectionString, ConversationMapping.Instance, TicketMapping.Instance, ClinicMapping.Instance,
        Visitor.Mapping, Agent.Mapping, DataProtectionKey.Mapping);
    builder.Services.AddChatIdentity();
    builder.Services.AddChatRateLimits();
    builder.Services.AddCommands();
    builder.Services.AddChatFeatures();
    builder.Services.AddChatHubs();
    builder.Services.AddChatPages();

    var app = builder.Build();
    await app.MigrateAsync();

    app.UseSecurityHeaders();
    app.UseMiddleware<OriginGuard>();
    app.UseWebSockets();
    app.UseRouting();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();
    app.MapChat();
    app.MapDesk();
    app.MapHealth();

    if (app.Environment.IsDevelopment())
    {
        app.MapDemo();
        await app.SeedDemoAsync(database);
    }

    await app.RunAsync();
    return 0;
}
catch (EmbeddedPostgresException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
