using iStom.Chat.Server.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: Xunit.AssemblyFixture(typeof(iStom.Chat.TestSupport.TestDatabase))]

namespace iStom.Chat.TestSupport;

/// <summary>
/// A real PostgreSQL for a whole test process: started once, without waiting for the disk, removed at the end, a crash
/// included. A test asks for it in its constructor and takes a database of its own from it.
/// </summary>
public sealed class TestDatabase : Xunit.IAsyncLifetime
{
    private readonly SemaphoreSlim _templates = new(1);
    private readonly HashSet<string> _prepared = new(StringComparer.Ordinal);
    private EmbeddedPostgres? _postgres;
    private NpgsqlDataSource? _administration;
    private int _count;

    /// <summary>The cluster, for tests that stop it or look at it.</summary>
    public EmbeddedPostgres Postgres => _postgres ?? throw new InvalidOperationException("The test database is not started yet.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var options = new EmbeddedPostgresOptions { DataFolder = TestFolder.New(), Durable = false, Temporary = true };
        _postgres = await EmbeddedPostgres.StartAsync(options, new WallClock(), NullLogger.Instance);
        _administration = NpgsqlDataSource.Create(_postgres.AdministrationString);
    }

    /// <summary>Creates a fresh, empty database and returns a connection string to it.</summary>
    public Task<string> CreateDatabaseAsync() => CopyAsync("template0");

    /// <summary>
    /// Creates a database as a copy of a template, which is prepared (a schema created, say) by the first who asks for it:
    /// for many tests on the same schema.
    /// </summary>
    public async Task<string> CreateDatabaseAsync(string template, Func<string, Task> prepare)
    {
        await _templates.WaitAsync();
        try
        {
            if (!_prepared.Contains(template))
            {
                await ExecuteAsync($"CREATE DATABASE \"{template}\" TEMPLATE template0 OWNER chat");
                await prepare(Postgres.ConnectionStringFor(template));
                await ExecuteAsync($"ALTER DATABASE \"{template}\" ALLOW_CONNECTIONS false");
                await ExecuteAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{template}'");
                _prepared.Add(template);
            }
        }
        finally
        {
            _templates.Release();
        }

        return await CopyAsync(template);
    }

    /// <summary>Takes away a database that was created here, whoever is still connected: each keeps some 10 MB of memory otherwise.</summary>
    public Task DropAsync(string connectionString) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(connectionString).Database}\" WITH (FORCE)");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _templates.Dispose();
        if (_administration is not null)
        {
            await _administration.DisposeAsync();
        }

        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
    }

    private async Task<string> CopyAsync(string template)
    {
        var name = $"test_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE \"{template}\" OWNER chat");
        return Postgres.ConnectionStringFor(name);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _administration!.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
