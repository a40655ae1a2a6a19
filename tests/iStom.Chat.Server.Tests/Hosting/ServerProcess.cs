using System.Diagnostics;
using System.Globalization;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>The real server in a process of its own, on a data folder given to it, so that a test can end it in every way.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private Process? _postgres;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Starts the server; nothing is awaited yet.</summary>
    /// <param name="dataFolder">Where it keeps what it stores.</param>
    /// <param name="database">A connection string, instead of the embedded database.</param>
    /// <param name="arguments">What is asked of it, instead of serving; settings.</param>
    public ServerProcess(string dataFolder, string? database = null, params string[] arguments)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "iStom.Chat.Server.dll");
        var info = new ProcessStartInfo("dotnet", [dll, .. arguments, "--urls", "http://127.0.0.1:0", "--environment", "Development", "--contentRoot", AppContext.BaseDirectory, $"--DataFolder={dataFolder}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment.Remove("ConnectionStrings__Chat");
        if (database is not null)
        {
            info.Environment["ConnectionStrings__Chat"] = database;
        }

        Process = Process.Start(info)!;
    }

    /// <summary>The server's process.</summary>
    public Process Process { get; }

    /// <summary>Waits until the server has said that its database is ready; returns PostgreSQL's process.</summary>
    public async Task<Process> DatabaseReady()
    {
        var line = await LineWith("The embedded database is ready");
        return _postgres = Process.GetProcessById(int.Parse(line.Split("process ")[1].Split(',')[0], CultureInfo.InvariantCulture));
    }

    /// <summary>Waits for a line of the server's output that contains a text.</summary>
    public async Task<string> LineWith(string text)
    {
        using var limit = new CancellationTokenSource(Limit, new WallClock());
        while (await Process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The server ended without saying \"{text}\": {await Process.StandardError.ReadToEndAsync(limit.Token)}");
    }

    /// <summary>Sends a signal by name, as a terminal or a service manager does.</summary>
    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", Process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until a process has ended, with a limit.</summary>
    public static async Task Ended(Process process)
    {
        using var limit = new CancellationTokenSource(Limit, new WallClock());
        await process.WaitForExitAsync(limit.Token);
    }

    /// <summary>Kills the server and waits until its database has ended, so that the folder can be removed.</summary>
    public async ValueTask DisposeAsync()
    {
        Process.Kill();
        Process.Dispose();
        if (_postgres is not null)
        {
            await Ended(_postgres);
            _postgres.Dispose();
        }
    }
}
