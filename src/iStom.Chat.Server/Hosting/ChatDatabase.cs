using Npgsql;

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

    /// <summary>What is wrong with the connection string, in words; never its value, which holds a password.</summary>
    public static IEnumerable<string> Errors(IConfiguration configuration)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Chat"));
            return [];
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
        {
            return ["ConnectionStrings:Chat is no connection string of PostgreSQL such as Host=db.example.org;Database=chat;Username=chat;Password=…"];
        }
    }

    /// <summary>Opens the database, starting the embedded one where it is due. It is to be disposed after the last use, at the server's end.</summary>
    /// <exception cref="EmbeddedPostgresException">There is no database to work on; the message is one line for the person at the terminal.</exception>
    public static async Task<ChatDatabase> OpenAsync(WebApplicationBuilder builder, TimeProvider time, CancellationToken cancellation = default)
    {
        var (configuration, environment) = (builder.Configuration, builder.Environment);
        if (configuration.GetConnectionString("Chat") is { Length: > 0 } given)
        {
            return new ChatDatabase(given, embedded: null, dataFolder: null);
        }

        if (!environment.IsDevelopment() && !configuration.GetValue("EmbeddedDatabase", defaultValue: false))
        {
            throw new EmbeddedPostgresException("No database is configured: set ConnectionStrings__Chat to a PostgreSQL connection string (the embedded database is for Development, or with EmbeddedDatabase=true).");
        }

        using var logging = LoggerFactory.Create(log => log.AddConfiguration(configuration.GetSection("Logging")).AddSimpleConsole());
        var data = Hosting.DataFolder.Locate(configuration, environment.ContentRootPath);
        var embedded = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = Path.Combine(data, "postgres") }, time, logging.CreateLogger<EmbeddedPostgres>(), cancellation);
        return new ChatDatabase(embedded.ConnectionString, embedded, data);
    }

    /// <summary>Stops the embedded database, if it is one.</summary>
    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
