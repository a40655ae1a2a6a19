namespace iStom.Chat.Server.Hosting;

/// <summary>How <see cref="EmbeddedPostgres"/> is to run.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>A folder that belongs to the embedded database alone; created when missing, kept at the stop.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Whether a commit waits for the disk (<c>fsync</c>, <c>synchronous_commit</c>). Off only where the data may be lost: tests.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Databases to create when missing. <see cref="EmbeddedPostgres.ConnectionString"/> leads to the first.</summary>
    public IReadOnlyList<string> Databases { get; init; } = ["chat"];

    /// <summary>Where the Unix socket is put. By default a new folder for each run, removed at the stop; a fixed one keeps the connection string the same over restarts.</summary>
    public string? SocketFolder { get; init; }

    /// <summary>Remove the data at the stop, whatever ended the process.</summary>
    public bool Temporary { get; init; }

    /// <summary>How long a start may take (after a crash PostgreSQL replays its log first).</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromMinutes(2);
}
