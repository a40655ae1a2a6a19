namespace iStom.Chat.Server.Hosting;

/// <summary>
/// The database that this server works on: the one of the connection string <c>Chat</c>; without one, in Development (elsewhere
/// with <c>EmbeddedDatabase=true</c> only: the bundled binaries can neither dump nor upgrade), a PostgreSQL of its own.
/// </summary>
public sealed class ChatDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;

    private ChatDatabase(string connectionString, EmbeddedPostgres? embedded) => (ConnectionString, _embedded) = (connectionString, embedded);

    /// <summary>Leads to the database.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether the database is the server's own; only such a one is given demonstration data.</summary>
    public bool IsEmbedded => _embedded is not null;

    /// <summary>Opens the database, starting the embedded one where it is due. It is to be disposed after the last use, at the server's end.</summary>
    /// <exception cref="EmbeddedPostgresException">There is no database to work on; the message is one line for the person at the terminal.</exception>
    public static async Task<ChatDatabase> OpenAsync(IConfiguration configuration, IHostEnvironment environment, TimeProvider time, ILogger logger, CancellationToken cancellation = default)
    {
        if (configuration.GetConnectionString("Chat") is { Length: > 0 } given)
        {
            return new ChatDatabase(given, embedded: null);
        }

        if (!environment.IsDevelopment() && !configuration.GetValue("EmbeddedDatabase", defaultValue: false))
        {
            throw new EmbeddedPostgresException("No database is configured: set ConnectionStrings__Chat to a PostgreSQL connection string (the embedded database is for Development, or with EmbeddedDatabase=true).");
        }

        var folder = Path.Combine(DataFolder.Locate(configuration, environment.ContentRootPath), "postgres");
        var embedded = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = folder }, time, logger, cancellation);
        return new ChatDatabase(embedded.ConnectionString, embedded);
    }

    /// <summary>Stops the embedded database, if it is one.</summary>
    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
