using System.Diagnostics;

namespace iStom.Chat.Server.Hosting;

/// <summary>A short-lived command, run as this process's user or as the database's account, with nothing of PostgreSQL's environment.</summary>
internal static class UnixCommand
{
    /// <summary>How a command is started: in <c>/</c>, since the account may not reach the current folder, and in the C locale, since its messages are read.</summary>
    public static ProcessStartInfo StartInfo(PostgresAccount? account, string file, params IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (account is not null)
        {
            info.UserName = account.Name;
        }

        foreach (var name in info.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            info.Environment.Remove(name);
        }

        info.Environment["LC_ALL"] = "C";
        return info;
    }

    /// <summary>Runs a command to its end. Returns its exit code and what it wrote to both outputs.</summary>
    public static async Task<(int ExitCode, string Output)> Run(ProcessStartInfo info, string input, CancellationToken cancellation)
    {
        using var process = Process.Start(info)!;
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Whether a shell's condition holds for the given account: the only true answer to "can it reach this file?".</summary>
    public static async Task<bool> Holds(PostgresAccount? account, string test, string path, CancellationToken cancellation) =>
        (await Run(StartInfo(account, "/bin/sh", "-c", $"test {test} \"$1\"", "sh", path), "", cancellation)).ExitCode == 0;
}
