using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Faults.Tests.Rig;

/// <summary>
/// The real server in a process of its own on a fixed port. A shell stands guard: when the tests end, however they do,
/// its input ends and it kills the server.
/// </summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    private const string Guard = """
        exec 3<&0
        "$@" </dev/null 3<&- &
        server=$!
        echo "started $server"
        (while read -r ignored; do :; done; kill -KILL $server) <&3 >/dev/null 2>&1 &
        watcher=$!
        exec 3<&-
        wait $server
        kill -KILL $watcher
        """;

    private const int LinesKept = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> _said = new();
    private readonly IServerAddress _address;
    private readonly Process _guard;
    private readonly Task<int> _started;

    private ServerUnderTest(IServerAddress address, string connectionString)
    {
        _address = address;
        var started = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _started = started.Task;
        _guard = new Process { StartInfo = StartInfo(address, connectionString) };
        _guard.OutputDataReceived += (_, line) => Hear(line.Data, started);
        _guard.ErrorDataReceived += (_, line) => Hear(line.Data, started);
        _guard.Start();
        _guard.BeginOutputReadLine();
        _guard.BeginErrorReadLine();
    }

    /// <summary>The last lines that it wrote.</summary>
    public IReadOnlyList<string> Said => [.. _said];

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static async Task<ServerUnderTest> StartAsync(IServerAddress address, string connectionString)
    {
        var server = new ServerUnderTest(address, connectionString);
        await server.ReadyAsync();
        return server;
    }

    /// <summary>kill -9, and waits for the end of the process.</summary>
    public async Task KillAsync()
    {
        using (var process = Process.GetProcessById(await _started))
        {
            process.Kill();
        }

        await EndedAsync();
    }

    /// <summary>Waits until the server can work: until its database answers, too.</summary>
    public async Task ReadyAsync()
    {
        using var limit = new CancellationTokenSource(Limit, new WallClock());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), new WallClock());
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_address.Port}") };
        while (await timer.WaitForNextTickAsync(limit.Token))
        {
            if (_guard.HasExited)
            {
                throw new InvalidOperationException($"The server has ended: {string.Join('\n', _said)}");
            }

            if (await IsReadyAsync(http, limit.Token))
            {
                return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await EndedAsync();
        _guard.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready", cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task EndedAsync()
    {
        using var limit = new CancellationTokenSource(Limit, new WallClock());
        await _guard.WaitForExitAsync(limit.Token);
    }

    private void Hear(string? line, TaskCompletionSource<int> started)
    {
        if (line?.StartsWith("started ", StringComparison.Ordinal) == true)
        {
            started.TrySetResult(int.Parse(line.AsSpan(8), CultureInfo.InvariantCulture));
        }

        _said.Enqueue(line ?? "");
        while (_said.Count > LinesKept)
        {
            _said.TryDequeue(out _);
        }
    }

    private static ProcessStartInfo StartInfo(IServerAddress address, string connectionString)
    {
        string[] server =
        [
            "dotnet", Path.Combine(AppContext.BaseDirectory, "iStom.Chat.Server.dll"), "--environment", "Development", "--contentRoot", AppContext.BaseDirectory,
            "--urls", $"http://127.0.0.1:{address.Port}", $"--Chat:ChatOrigin={address.ChatOrigin}", $"--Chat:DeskOrigin={address.DeskOrigin}",
            // The workload is faster than people, and all of it comes from one address.
            .. new[] { "VisitorCalls", "AgentCalls", "AddressCalls", "AddressRequests", "Sessions", "SignIns", "Frames" }.Select(limit => $"--Limits:{limit}:Burst=1000000"),
        ];
        var info = new ProcessStartInfo("/bin/sh", ["-c", Guard, "sh", .. server])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        info.Environment["ConnectionStrings__Chat"] = connectionString;
        return info;
    }
}
