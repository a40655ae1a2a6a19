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
        if command -v setsid >/dev/null 2>&1; then setsid /bin/sh -c "$@" <&3 3<&- 2>/dev/null & else /bin/sh -c "$@" <&3 3<&- 2>/dev/null & fi
        """;

    private readonly Process _launcher;

    private PostgresGuard(Process launcher, int processId) => (_launcher, ProcessId) = (launcher, processId);

    /// <summary>PostgreSQL's main process.</summary>
    public int ProcessId { get; }

    /// <summary>Starts PostgreSQL. Returns once it accepts connections; null when it does not start.</summary>
    public static async Task<PostgresGuard?> Start(PostgresAccount? account, string bin, string data, IEnumerable<string> remove, CancellationToken cancellation)
    {
        var launcher = Process.Start(UnixCommand.StartInfo(account, "/bin/sh", ["-c", Launcher, "sh", Script(), "guard", bin, data, .. remove]))!;
        try
        {
            while (await launcher.StandardOutput.ReadLineAsync(cancellation) is { } line)
            {
                if (line.StartsWith("ready ", StringComparison.Ordinal))
                {
                    return new PostgresGuard(launcher, int.Parse(line.AsSpan("ready ".Length), CultureInfo.InvariantCulture));
                }
            }
        }
        catch
        {
            launcher.StandardInput.Close();
            launcher.Dispose();
            throw;
        }

        launcher.Dispose();
        return null;
    }

    /// <summary>Lets go of the pipe and waits until the guard has ended: PostgreSQL has stopped then.</summary>
    public async Task Stop(CancellationToken cancellation)
    {
        _launcher.StandardInput.Close();
        await _launcher.StandardOutput.ReadToEndAsync(cancellation);
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
