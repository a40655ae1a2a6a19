using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace iStom.Chat.TestSupport;

/// <summary>
/// A process of its own. A shell stands guard: when the tests end, however they do, its input ends and it kills the process.
/// </summary>
public sealed class GuardedProcess : IAsyncDisposable
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
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private readonly ConcurrentQueue<string> _said = new();
    private readonly Process _guard;
    private readonly TaskCompletionSource<int> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts it; nothing is awaited yet.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">Variables besides those of this process.</param>
    public GuardedProcess(IEnumerable<string> command, params IEnumerable<(string Name, string Value)> environment)
    {
        var info = new ProcessStartInfo("/bin/sh", ["-c", Guard, "sh", .. command])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        _guard = new Process { StartInfo = info };
        _guard.OutputDataReceived += (_, line) => Hear(line.Data);
        _guard.ErrorDataReceived += (_, line) => Hear(line.Data);
        _guard.Start();
        _guard.BeginOutputReadLine();
        _guard.BeginErrorReadLine();
    }

    /// <summary>The process's id, as soon as it is known.</summary>
    public Task<int> Id => _started.Task.WaitAsync(Limit, new WallClock());

    public bool HasExited => _guard.HasExited;

    /// <summary>The last lines that it wrote.</summary>
    public IReadOnlyList<string> Said => [.. _said];

    /// <summary>kill -9, and waits for the end of the process.</summary>
    public async Task KillAsync()
    {
        using (var process = Process.GetProcessById(await Id))
        {
            process.Kill();
        }

        await EndedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await EndedAsync();
        _guard.Dispose();
    }

    private async Task EndedAsync()
    {
        using var limit = new CancellationTokenSource(Limit, new WallClock());
        await _guard.WaitForExitAsync(limit.Token);
    }

    private void Hear(string? line)
    {
        if (line?.StartsWith("started ", StringComparison.Ordinal) == true)
        {
            _started.TrySetResult(int.Parse(line.AsSpan(8), CultureInfo.InvariantCulture));
        }

        _said.Enqueue(line ?? "");
        while (_said.Count > LinesKept)
        {
            _said.TryDequeue(out _);
        }
    }
}
