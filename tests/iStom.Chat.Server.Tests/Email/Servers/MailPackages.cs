using System.Diagnostics;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Email.Servers;

/// <summary>Debian's postfix and dovecot, installed where they are missing and that is possible. No service of the system is started by it.</summary>
internal static class MailPackages
{
    public const string Postfix = "/usr/lib/postfix/sbin/master";
    public const string Dovecot = "/usr/sbin/dovecot";
    private const string Policy = "/usr/sbin/policy-rc.d";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly Lazy<Task<string?>> Tried = new(EnsureAsync);

    /// <summary>Skips the test with the reason where they cannot be had.</summary>
    public static async Task RequireAsync() => Assert.SkipWhen(await Tried.Value is not null, $"No real mail server: {await Tried.Value}");

    /// <summary>Runs a program and returns what it said; null when it went well.</summary>
    public static async Task<string?> RunAsync(string program, params string[] arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        info.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var limit = new CancellationTokenSource(Limit, new WallClock());
        using var process = Process.Start(info)!;
        process.StandardInput.Close();
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0 ? null : $"{program} ended with {process.ExitCode}: {string.Concat(said)[^Math.Min(500, string.Concat(said).Length)..]}";
    }

    /// <summary>Who may do what with a file or folder.</summary>
    public static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static async Task<string?> EnsureAsync()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "postfix and dovecot are started as root, on Linux";
        }

        var refusal = AreThere ? null : await InstallAsync();
        return refusal is null && !AreThere ? "installed, but not where they were expected" : refusal;
    }

    private static bool AreThere => File.Exists(Postfix) && File.Exists(Dovecot) && File.Exists("/usr/lib/dovecot/imap");

    private static async Task<string?> InstallAsync()
    {
        if (!File.Exists("/usr/bin/apt-get"))
        {
            return "they are not installed, and there is no apt-get";
        }

        var isOurs = !File.Exists(Policy);
        if (isOurs)
        {
            // invoke-rc.d(8): 101 forbids a package to start its service.
            await File.WriteAllTextAsync(Policy, "#!/bin/sh\nexit 101\n");
            Allow(Policy, (UnixFileMode)0b111_101_101);
        }

        try
        {
            return await AptAsync() is null ? null : await RunAsync("/usr/bin/apt-get", "update") ?? await AptAsync();
        }
        finally
        {
            if (isOurs)
            {
                File.Delete(Policy);
            }
        }
    }

    private static Task<string?> AptAsync() => RunAsync("/usr/bin/apt-get", "install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=240", "postfix", "dovecot-imapd");
}
