using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Demo;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Operations;
using iStom.Chat.Server.Pages;
using iStom.Chat.Server.Storage;
using NodaTime;

var webRoot = Path.Combine(AppContext.BaseDirectory, "wwwroot");
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, WebRootPath = webRoot });
#pragma warning disable RS0030 // The one place that reads the ambient clock.
var (clock, time) = (new MicrosecondClock(SystemClock.Instance), TimeProvider.System);
#pragma warning restore RS0030
try
{
    await using var database = await ChatDatabase.OpenAsync(builder, time);
    var isDemo = builder.Environment.IsDevelopment();

    builder.Services.AddSingleton<IClock>(clock);
    builder.Services.AddSingleton(time);
    builder.Services.AddSingleton(PromiseClock.Default);
    builder.Services.AddChatOptions(builder.Configuration);
    builder.Services.AddChatStore(database.ConnectionString);
    builder.Services.AddChatIdentity();
    builder.Services.AddChatRateLimits();
    builder.Services.AddCommands();
    builder.Services.AddChatFeatures();
    builder.Services.AddChatHubs();
    builder.Services.AddChatPages();
    if (isDemo)
    {
        builder.AddDemo(database);
    }

    await using var app = builder.Build();
    await app.MigrateAsync();
    if (await Terminal.RunAsync(app, args) is { } exitCode)
    {
        return exitCode;
    }

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
    if (isDemo)
    {
        await app.UseDemoAsync(database);
    }

    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is EmbeddedPostgresException or NewerDatabaseException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
