using System.Globalization;
using System.Runtime.Versioning;

namespace iStom.Chat.Server.Hosting;

/// <summary>The cluster on disk: <c>cluster/data</c> and its log, owned by the account under which PostgreSQL runs.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class PostgresCluster(string folder, string bin, PostgresAccount? account)
{
    /// <summary>Only for what ICU does not do (classes of characters in text search); both exist on every such system.</summary>
    private static readonly string Locale = OperatingSystem.IsMacOS() ? "ru_RU.UTF-8" : "C.UTF-8";

    /// <summary>The folder of the account's own.</summary>
    public string Folder { get; } = Path.Combine(folder, "cluster");

    /// <summary>What <c>initdb</c> made.</summary>
    public string Data => Path.Combine(Folder, "data");

    /// <summary>PostgreSQL's own log of the last run.</summary>
    public string Log => Path.Combine(Folder, "postgres.log");

    /// <summary>PostgreSQL's own note of its process: id, …, socket folder (line 5), …, state (line 8).</summary>
    private string ProcessFile => Path.Combine(Data, "postmaster.pid");

    /// <summary>Whether there is a cluster already.</summary>
    public bool Exists => File.Exists(Path.Combine(Data, "PG_VERSION"));

    /// <summary>
    /// Creates the cluster: UTF-8, Russian collation by ICU (е before ё, whatever the machine's locale), every connection by
    /// SCRAM. Made aside and renamed, so that an interrupted attempt is simply repeated.
    /// </summary>
    public async Task Create(string password, bool durable, CancellationToken cancellation)
    {
        const string Script = """
            umask 077
            bin=$1 data=$2
            shift 2
            rm -rf "$data.new"
            cat > "$data.password"
            "$bin/initdb" --pgdata="$data.new" --pwfile="$data.password" "$@" && mv "$data.new" "$data"
            status=$?
            rm -f "$data.password"
            exit $status
            """;
        string[] arguments =
        [
            $"--username={PostgresRoles.Administrator}", "--auth=scram-sha-256", "--encoding=UTF8", $"--locale={Locale}",
            "--locale-provider=icu", "--icu-locale=ru", "--text-search-config=russian", "--no-instructions", .. durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        var info = UnixCommand.StartInfo(account, "/bin/sh", ["-c", Script, "sh", bin, Data, .. arguments]);
        var (exitCode, output) = await UnixCommand.Run(info, password, cancellation);
        if (exitCode != 0)
        {
            throw new EmbeddedPostgresException($"The embedded database cannot be created in {folder}: {LastLine(output)}");
        }
    }

    /// <summary>
    /// The PostgreSQL process that still runs on this data although its server is gone: possible when its guard was killed
    /// too, or is just stopping it. A stale process id of something else is forgotten.
    /// </summary>
    public int? Leftover()
    {
        if (!File.Exists(ProcessFile))
        {
            return null;
        }

        var lines = File.ReadAllLines(ProcessFile);
        if (lines is [_, _, _, _, var sockets, ..])
        {
            SocketFolder.RemoveLeftover(sockets);
        }

        if (int.TryParse(lines.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && (OperatingSystem.IsMacOS() || string.Equals(new DirectoryInfo($"/proc/{id}/cwd").LinkTarget, Data, StringComparison.Ordinal)))
        {
            return id;
        }

        File.Delete(ProcessFile);
        return null;
    }

    /// <summary>Waits until PostgreSQL accepts connections, which it writes as the last line of <c>postmaster.pid</c>.</summary>
    /// <returns>False when it has ended instead because processes of a crashed PostgreSQL are still ending: try again.</returns>
    /// <exception cref="EmbeddedPostgresException">It has ended for another reason, which the message tells.</exception>
    public async Task<bool> Ready(PostgresGuard guard, TimeProvider time, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            if (guard.Ended.IsCompleted)
            {
                var log = File.Exists(Log) ? await File.ReadAllLinesAsync(Log, cancellation) : [];
                return log.Any(line => line.Contains("is still in use", StringComparison.Ordinal))
                    ? false
                    : throw new EmbeddedPostgresException($"The embedded database in {folder} does not start: {LastError(log)}");
            }

            if (File.Exists(ProcessFile) && await File.ReadAllLinesAsync(ProcessFile, cancellation) is [var id, _, _, _, _, _, _, var status, ..]
                && string.Equals(id, guard.ProcessId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                && status.StartsWith("ready", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Stops what <see cref="Leftover"/> found.</summary>
    public Task StopLeftover(CancellationToken cancellation) =>
        UnixCommand.Run(UnixCommand.StartInfo(account, Path.Combine(bin, "pg_ctl"), "stop", "-w", "-m", "fast", "-D", Data), "", cancellation);

    /// <summary>
    /// Why PostgreSQL did not start, in its own words. Sessions of a crashed one, which still have the log open, say there
    /// that they are ending.
    /// </summary>
    private static string LastError(string[] log) =>
        log.LastOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal) && !line.Contains("postmaster exit", StringComparison.Ordinal)) ?? LastLine(string.Join('\n', log));

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault("no reason given");
}
