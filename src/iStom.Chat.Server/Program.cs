using iStom.Chat.Server.Demo;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Operations;
using iStom.Chat.Server.Pages;
using NodaTime;

var webRoot = Path.Combine(AppContext.BaseDirectory, "wwwroot");
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, WebRootPath = webRoot });
#pragma warning disable RS0030 // The one place that reads the ambient clock.
var (clock, time) = (new MicrosecondClock(SystemClock.Instance), TimeProvider.System);
#pragma warning restore RS0030
try
{
    builder.AddSettings(isServing: !Terminal.IsAsked(args));
    await using var database = await ChatDatabase.OpenAsync(builder, time);

    builder.Services.AddSingleton<IClock>(clock).AddSingleton(time);
    builder.AddEdge();
    builder.Services.AddChatStore(database.ConnectionString);
    builder.Services.AddChatIdentity();
    builder.Services.AddOperations();
    builder.Services.AddCommands();
    builder.Services.AddChatFeatures();
    builder.Services.AddChatHubs();
    builder.Services.AddChatPages();
    builder.AddDemo(database);

    await using var app = builder.Build();
    app.StartOperations();
    await app.MigrateAsync();
    if (await Terminal.RunAsync(app, args) is { } exitCode)
    {
        return exitCode;
    }

    app.UseEdge();
    app.UseWebSockets();
    app.UseRouting();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseCallLimits();
    app.MapChat();
    app.MapDesk();
    app.MapShared();
    app.MapOperations();
    await app.UseDemoAsync(database);

    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartFailure.TextOf(exception) is { } text)
{
    return StartFailure.Tell(text);
}
