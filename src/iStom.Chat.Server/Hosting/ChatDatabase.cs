namespace iStom.Chat.Server.Hosting;

/// <summary>The database that this server works on: a configured one, or in Development one of its own.</summary>
public sealed class ChatDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;

    private ChatDatabase(string connectionString, EmbeddedPostgres? embedded, string? dataFolder) =>
        (ConnectionString, _embedded, DataFolder) = (connectionString, embedded, dataFolder);

    public string ConnectionString { get; }

    /// <summary>The embedded database's folder; null when the database is a configured one, which is seeded with nothing.</summary>
    public string? DataFolder { get; }

    /// <summary>
    /// Uses <c>ConnectionStrings:Chat</c> where there is one. Without it the embedded database is started, in Development
    /// or with <c>EmbeddedDatabase=true</c>: its binaries have no dump and no upgrade.
    /// </summary>
    public static async Task<ChatDatabase> OpenAsync(WebApplicationBuilder builder, TimeProvider time)
    {
        if (builder.Configuration.GetConnectionString("Chat") is { Length: > 0 } configured)
        {
            return new(configured, embedded: null, dataFolder: null);
        }

        if (!builder.Environment.IsDevelopment() && !builder.Configuration.GetValue<bool>("EmbeddedDatabase"))
        {
            throw new InvalidOperationException("No database: set ConnectionStrings__Chat to a PostgreSQL connection string.");
        }

        var folder = Hosting.DataFolder.Locate(builder.Configuration, builder.Environment.ContentRootPath);
        using var logging = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole(console => console.SingleLine = true));
        var embedded = await EmbeddedPostgres.StartAsync(new() { DataFolder = folder }, time, logging.CreateLogger<EmbeddedPostgres>());
        return new(embedded.ConnectionString, embedded, folder);
    }

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
