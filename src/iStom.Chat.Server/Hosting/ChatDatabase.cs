namespace iStom.Chat.Server.Hosting;

/// <summary>
/// The database that this server works on: the one of the connection string <c>Chat</c>; without one, in Development (elsewhere
/// with <c>EmbeddedDatabase=true</c> only: the bundled binaries can neither dump nor upgrade), a PostgreSQL of its own.
/// </summary>
public sealed class ChatDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;

    private ChatDatabase(string connectionString, EmbeddedPostgres? embedded, string? dataFolder) =>
        (ConnectionString, _embedded, DataFolder) = (connectionString, embedded, dataFolder);

    /// <summary>Leads to the database.</summary>
    public string ConnectionString { get; }

    /// <summary>Where the server's own database lies; null for a configured one, which is given no demonstration data.</summary>
    public string? DataFolder { get; }

    /// <summary>Opens the database, starting the embedded one where it is due. It is to be disposed after the last use, at the server's end.</summary>
    /// <exception cref="EmbeddedPostgresException">There is no database to work on; the message is one line for the person at the terminal.</exception>
    public static async Task<ChatDatabase> OpenAsync(IConfiguration configuration, IHostEnvironment environment, TimeProvider time, ILogger logger, CancellationToken cancellation = default)
    {
        if (configuration.GetConnectionString("Chat") is { Length: > 0 } given)
        {
            return new ChatDatabase(given, embedded: null, dataFolder: null);
        }

        if (!environment.IsDevelopment() && !configuration.GetValue("EmbeddedDatabase", defaultValue: false))
        {
            throw new EmbeddedPostgresException("No database is configured: set ConnectionStrings__Chat to a PostgreSQL connection string (the embedded database is for Development, or with EmbeddedDatabase=true).");
        }

        var data = Hosting.DataFolder.Locate(configuration, environment.ContentRootPath);
        var embedded = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = Path.Combine(data, "postgres") }, time, logger, cancellation);
        return new ChatDatabase(embedded.ConnectionString, embedded, data);
    }

    /// <summary>Stops the embedded database, if it is one.</summary>
    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
