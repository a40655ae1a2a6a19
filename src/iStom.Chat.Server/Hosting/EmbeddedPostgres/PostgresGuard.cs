using System.Diagnostics;
using System.Globalization;

namespace iStom.Chat.Server.Hosting;

/// <summary>
/// The process between the server and PostgreSQL (<c>guard.sh</c>). It holds the reading end of a pipe from us and stops
/// PostgreSQL when the pipe ends; it is in a session of its own, and not our child, so that neither Ctrl-C nor the killing
/// of our process tree reaches it.
/// </summary>
internal sealed class PostgresGuard : IDisposable
{
    private const string Launcher = """
        exec 3<&0
        if command -v setsid >/dev/null 2>&1
        then setsid /bin/sh -c "$@" <&3 3<&- 2>/dev/null &
        else set -m; /bin/sh -m -c "$@" <&3 3<&- 2>/dev/null &
        fi
        """;

    private readonly Process _launcher;

    private PostgresGuard(Process launcher, int processId, Task ended) => (_launcher, ProcessId, Ended) = (launcher, processId, ended);

    /// <summary>PostgreSQL's main process.</summary>
    public int ProcessId { get; }

    /// <summary>Completes when PostgreSQL and the guard have ended, for whatever reason.</summary>
    public Task Ended { get; }

    /// <summary>Starts PostgreSQL, which is not ready for connections yet.</summary>
    public static async Task<PostgresGuard> Start(PostgresAccount? account, string bin, string data, IEnumerable<string> remove, CancellationToken cancellation)
    {
        var launcher = Process.Start(UnixCommand.StartInfo(account, "/bin/sh", ["-c", Launcher, "sh", Script(), "guard", bin, data, .. remove]))!;
        try
        {
            var line = await launcher.StandardOutput.ReadLineAsync(cancellation) ?? throw new EmbeddedPostgresException($"The embedded database's guard does not start: {await launcher.StandardError.ReadToEndAsync(cancellation)}");
            return new PostgresGuard(launcher, int.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture), launcher.StandardOutput.ReadToEndAsync(CancellationToken.None));
        }
        catch
        {
            launcher.StandardInput.Close();
            launcher.Dispose();
            throw;
        }
    }

    /// <summary>Lets go of the pipe, upon which the guard stops PostgreSQL, and waits for its end.</summary>
    public async Task Stop(CancellationToken cancellation)
    {
        _launcher.StandardInput.Close();
        await Ended.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _launcher.Dispose();

    private static string Script()
    {
        using var stream = typeof(PostgresGuard).Assembly.GetManifestResourceStream("guard.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
