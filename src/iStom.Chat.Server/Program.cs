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
builder.Services.AddSingleton<IClock>(new MicrosecondClock(SystemClock.Instance));
builder.Services.AddSingleton(TimeProvider.System);
await using var database = await ChatDatabase.OpenAsync(builder, TimeProvider.System);
#pragma warning restore RS0030

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
