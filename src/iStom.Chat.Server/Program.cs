using iStom.Chat.Server.Hosting;

var builder = WebApplication.CreateBuilder(args);
#pragma warning disable RS0030 // Only Program reads the ambient clock.
var time = TimeProvider.System;
#pragma warning restore RS0030

try
{
    using var logging = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
    await using var database = await ChatDatabase.OpenAsync(builder.Configuration, builder.Environment, time, logging.CreateLogger<EmbeddedPostgres>());
    builder.Configuration["ConnectionStrings:Chat"] = database.ConnectionString;

    await using var app = builder.Build();
    await app.RunAsync();
    return 0;
}
catch (EmbeddedPostgresException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
