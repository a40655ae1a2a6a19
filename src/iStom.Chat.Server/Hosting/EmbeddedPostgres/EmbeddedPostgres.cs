using System.Runtime.Versioning;
using Npgsql;

namespace iStom.Chat.Server.Hosting;

/// <summary>
/// A PostgreSQL of the server's own, for development and tests: started with it, stopped with it (by whatever end),
/// reachable only through a Unix socket in a private folder and with a generated password. The data is kept.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);
    private readonly EmbeddedPostgresOptions _options;
    private readonly PostgresPasswords _passwords;
    private readonly PostgresGuard _guard;
    private readonly FileStream _lock;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private bool _stopped;

    private EmbeddedPostgres(EmbeddedPostgresOptions options, string socketFolder, PostgresPasswords passwords, PostgresGuard guard, FileStream @lock, TimeProvider time, ILogger logger)
    {
        (_options, SocketFolder, _passwords, _guard, _lock, _time, _logger) = (options, socketFolder, passwords, guard, @lock, time, logger);
    }

    /// <summary>The folder of the Unix socket.</summary>
    public string SocketFolder { get; }

    /// <summary>PostgreSQL's main process, for tests that kill it.</summary>
    public int ProcessId => _guard.ProcessId;

    /// <summary>Leads to the first of the databases asked for, as their owner.</summary>
    public string ConnectionString => ConnectionStringFor(_options.Databases[0]);

    /// <summary>Leads to the maintenance database as the superuser: for creating databases and ending sessions in tests.</summary>
    public string AdministrationString => Connection("postgres", PostgresRoles.Administrator);

    /// <summary>Leads to a database as the owner of the server's databases, who is no superuser.</summary>
    public string ConnectionStringFor(string database) => Connection(database, PostgresRoles.Application);

    /// <summary>Creates the cluster when there is none, starts PostgreSQL and returns when it accepts connections.</summary>
    /// <exception cref="EmbeddedPostgresException">It cannot start here; the message says why in one line.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, TimeProvider time, ILogger logger, CancellationToken cancellation = default)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new EmbeddedPostgresException("The embedded database does not run on Windows: set ConnectionStrings__Chat to a PostgreSQL of your own.");
        }

        var account = PostgresAccount.ForThisProcess();
        options = options with { DataFolder = Path.GetFullPath(options.DataFolder) };
        CreateDataFolder(options.DataFolder, account);
        var @lock = DataFolderLock.Take(options.DataFolder);
        try
        {
            using var limit = new CancellationTokenSource(options.StartLimit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            return await Start(options, account, @lock, time, logger, either.Token);
        }
        catch (Exception exception)
        {
            await @lock.DisposeAsync();
            if (exception is OperationCanceledException && !cancellation.IsCancellationRequested)
            {
                throw new EmbeddedPostgresException($"The embedded database in {options.DataFolder} did not start within {options.StartLimit}.", exception);
            }

            throw;
        }
    }

    /// <summary>Stops PostgreSQL (fast: open transactions are rolled back) and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        EmbeddedPostgresLog.Stopping(_logger);
        using var limit = new CancellationTokenSource(StopLimit, _time);
        try
        {
            await _guard.Stop(limit.Token);
            EmbeddedPostgresLog.Stopped(_logger, _options.DataFolder);
        }
        catch (OperationCanceledException)
        {
            EmbeddedPostgresLog.StopTakesLong(_logger);
        }

        _guard.Dispose();
        await _lock.DisposeAsync();
        if (_options.Temporary)
        {
            Directory.Delete(_options.DataFolder, recursive: true);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static async Task<EmbeddedPostgres> Start(EmbeddedPostgresOptions options, PostgresAccount? account, FileStream @lock, TimeProvider time, ILogger logger, CancellationToken cancellation)
    {
        var bin = await PostgresBinaries.Locate(account, logger, cancellation);
        var cluster = new PostgresCluster(options.DataFolder, bin, account);
        await PostgresAccount.CreateFolder(account, cluster.Folder, cancellation);
        var passwords = PostgresPasswords.ReadOrCreate(options.DataFolder);
        if (!await UnixCommand.Holds(account, "-w", cluster.Folder, cancellation))
        {
            throw new EmbeddedPostgresException($"Account {account?.Name} cannot reach {cluster.Folder}: choose an open place with DataFolder=<path>.");
        }

        if (!cluster.Exists)
        {
            EmbeddedPostgresLog.Creating(logger, options.DataFolder);
            await cluster.Create(passwords.For(PostgresRoles.Administrator), options.Durable, cancellation);
        }
        else if (cluster.Leftover() is { } leftover)
        {
            EmbeddedPostgresLog.StoppingLeftover(logger, leftover);
            await cluster.StopLeftover(cancellation);
        }

        var (guard, sockets) = await Launch(options, account, cluster, bin, time, cancellation);
        var started = new EmbeddedPostgres(options, sockets, passwords, guard, @lock, time, logger);
        try
        {
            await PostgresRoles.Prepare(started.AdministrationString, passwords.For(PostgresRoles.Application), options.Databases, cancellation);
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }

        EmbeddedPostgresLog.Ready(logger, guard.ProcessId, options.DataFolder);
        _ = started.Watch(cluster.Log);
        return started;
    }

    /// <summary>Starts PostgreSQL until it accepts connections; after a crash it may have to wait for the end of the crashed one's processes.</summary>
    [UnsupportedOSPlatform("windows")]
    private static async Task<(PostgresGuard Guard, string Sockets)> Launch(EmbeddedPostgresOptions options, PostgresAccount? account, PostgresCluster cluster, string bin, TimeProvider time, CancellationToken cancellation)
    {
        while (true)
        {
            var sockets = await Hosting.SocketFolder.Create(account, options.SocketFolder, cancellation);
            await File.WriteAllTextAsync(Path.Combine(options.DataFolder, "postgresql.conf"), PostgresSettings.For(sockets, options.Durable), cancellation);
            string[] remove = options.Temporary ? [sockets, cluster.Folder] : options.SocketFolder is null ? [sockets] : [];
            var guard = await PostgresGuard.Start(account, bin, cluster.Data, remove, cancellation);
            try
            {
                if (await cluster.Ready(guard, time, cancellation))
                {
                    return (guard, sockets);
                }
            }
            catch
            {
                await guard.Stop(CancellationToken.None);
                guard.Dispose();
                throw;
            }

            guard.Dispose();
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void CreateDataFolder(string folder, PostgresAccount? account)
    {
        if (account is not null)
        {
            DataFolder.CreateReachable(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private async Task Watch(string log)
    {
        await _guard.Ended;
        if (!_stopped)
        {
            EmbeddedPostgresLog.EndedByItself(_logger, log);
        }
    }

    private string Connection(string database, string role) => new NpgsqlConnectionStringBuilder
    {
        Host = SocketFolder,
        Database = database,
        Username = role,
        Password = _passwords.For(role),
        NoResetOnClose = true, // but no statements prepared by themselves: Npgsql 10.0.0 loses its place when a call is cancelled meanwhile
        MaxPoolSize = 50,
        IncludeErrorDetail = false,
    }.ConnectionString;
}
