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
        var file = Path.Combine(Data, "postmaster.pid");
        if (!File.Exists(file))
        {
            return null;
        }

        if (int.TryParse(File.ReadLines(file).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && (OperatingSystem.IsMacOS() || string.Equals(new DirectoryInfo($"/proc/{id}/cwd").LinkTarget, Data, StringComparison.Ordinal)))
        {
            return id;
        }

        File.Delete(file);
        return null;
    }

    /// <summary>Waits until PostgreSQL accepts connections, which it writes as the last line of <c>postmaster.pid</c>.</summary>
    /// <exception cref="EmbeddedPostgresException">It has ended instead; the message holds its reason.</exception>
    public async Task Ready(PostgresGuard guard, TimeProvider time, CancellationToken cancellation)
    {
        var file = Path.Combine(Data, "postmaster.pid");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), time);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            if (guard.Ended.IsCompleted)
            {
                throw new EmbeddedPostgresException($"The embedded database in {folder} does not start: {LastError()}");
            }

            if (File.Exists(file) && await File.ReadAllLinesAsync(file, cancellation) is [var id, _, _, _, _, _, _, var status, ..]
                && string.Equals(id, guard.ProcessId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                && status.StartsWith("ready", StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    /// <summary>Stops what <see cref="Leftover"/> found.</summary>
    public Task StopLeftover(CancellationToken cancellation) =>
        UnixCommand.Run(UnixCommand.StartInfo(account, Path.Combine(bin, "pg_ctl"), "stop", "-w", "-m", "fast", "-D", Data), "", cancellation);

    /// <summary>Why PostgreSQL did not start, in its own words.</summary>
    private string LastError()
    {
        var lines = File.Exists(Log) ? File.ReadAllLines(Log) : [];
        return lines.LastOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal)) ?? LastLine(string.Join('\n', lines));
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault("no reason given");
}
