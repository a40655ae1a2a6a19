using System.Diagnostics;
using System.Globalization;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Faults.Tests.Rig;

/// <summary>A PostgreSQL that waits for the disk at every commit, is killed by tests, and comes back at the same address.</summary>
internal sealed class DatabaseUnderTest : IAsyncDisposable
{
    private readonly EmbeddedPostgresOptions _options;
    private EmbeddedPostgres _postgres = null!;

    private DatabaseUnderTest(EmbeddedPostgresOptions options) => _options = options;

    public string ConnectionString => _postgres.ConnectionString;

    public static async Task<DatabaseUnderTest> StartAsync()
    {
        // Not in memory, where waiting for the disk is nothing; the socket's path must be short.
        var name = Guid.NewGuid().ToString("N")[..12];
        var database = new DatabaseUnderTest(new EmbeddedPostgresOptions
        {
            DataFolder = Path.Combine(Path.GetTempPath(), $"istom-faults-{name}"), SocketFolder = $"/tmp/istom-faults-socket-{name}", Durable = true,
        });
        await database.RestartAsync();
        return database;
    }

    /// <summary>Ends PostgreSQL as a crash does: QUIT is its immediate shutdown, KILL no shutdown at all.</summary>
    public async Task CrashAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _postgres.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _postgres.DisposeAsync();
    }

    /// <summary>From here on commits are acknowledged before they are on the disk, where they come late: a crash loses them.</summary>
    public async Task BecomeHastyAsync()
    {
        await using var database = NpgsqlDataSource.Create(_postgres.AdministrationString);
        string[] settings = ["alter system set synchronous_commit = off", "alter system set wal_writer_delay = '10s'", "select pg_reload_conf()"];
        foreach (var sql in settings)
        {
            await using var command = database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Lets time pass for agents whom no node sees: so much that they count as gone.</summary>
    public async Task ForgetPresenceAsync(IReadOnlyList<Guid> agents)
    {
        await using var database = NpgsqlDataSource.Create(ConnectionString);
        await using var command = database.CreateCommand("update istom_presence set seen = least(seen, now() - $1) where agent = any($2)");
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = (TicketAssignment.AwayLimit + Duration.FromSeconds(1)).ToTimeSpan() });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. agents] });
        await command.ExecuteNonQueryAsync();
    }

    public async Task RestartAsync() => _postgres = await EmbeddedPostgres.StartAsync(_options, new WallClock(), NullLogger.Instance);

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        Directory.Delete(_options.DataFolder, recursive: true);
        Directory.Delete(_options.SocketFolder!, recursive: true);
    }
}
