using System.Globalization;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>What all rows of a run have in common: one PostgreSQL that waits for the disk at every commit, and how much is done.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly EmbeddedPostgres _postgres;
    private int _databases;

    private Bench(EmbeddedPostgres postgres, bool isSmoke) => (_postgres, IsSmoke) = (postgres, isSmoke);

    /// <summary>Only whether everything still runs is asked; the figures mean nothing.</summary>
    public bool IsSmoke { get; }

    /// <summary>How long one measurement under load lasts.</summary>
    public TimeSpan Time => TimeSpan.FromSeconds(IsSmoke ? 0.3 : Setting("BENCH_SECONDS", 4));

    /// <summary>PostgreSQL's main process.</summary>
    public int Postgres => _postgres.ProcessId;

    public static async Task<Bench> StartAsync(bool isSmoke)
    {
        // Not in memory, where waiting for the disk is nothing.
        var folder = Path.Combine(Path.GetTempPath(), $"istom-bench-{Guid.NewGuid().ToString("N")[..12]}");
        var options = new EmbeddedPostgresOptions { DataFolder = folder, Durable = true, Temporary = true };
        return new(await EmbeddedPostgres.StartAsync(options, new WallClock(), NullLogger.Instance), isSmoke);
    }

    /// <summary>A number from the environment, for who has more time or less.</summary>
    public static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : usual;

    /// <summary>So many, or few for the smoke.</summary>
    public int Count(int full, int smoke) => IsSmoke ? smoke : full;

    /// <summary>A new database with the product's tables.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench_{++_databases}");
        await using var administration = NpgsqlDataSource.Create(_postgres.AdministrationString);
        await using var create = administration.CreateCommand($"create database {name} owner chat");
        await create.ExecuteNonQueryAsync();
        var connectionString = _postgres.ConnectionStringFor(name);
        await using var database = NpgsqlDataSource.Create(connectionString);
        await Migration.ApplyAsync(database, CancellationToken.None);
        return connectionString;
    }

    /// <summary>Which PostgreSQL, and that nothing is acknowledged before it is on the disk.</summary>
    public async Task<string> DescribeAsync()
    {
        const string Sql = "select 'PostgreSQL ' || current_setting('server_version') || ', fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit')";
        await using var database = NpgsqlDataSource.Create(_postgres.ConnectionString);
        await using var command = database.CreateCommand(Sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();
}
