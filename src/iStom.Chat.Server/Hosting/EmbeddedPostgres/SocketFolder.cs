using System.Runtime.Versioning;

namespace iStom.Chat.Server.Hosting;

/// <summary>The folder of the Unix socket, which only the database's account (and root) may enter.</summary>
[UnsupportedOSPlatform("windows")]
internal static class SocketFolder
{
    /// <summary>The system's limit for a socket's whole path is 103 bytes on macOS and 107 on Linux.</summary>
    private const int LongestFolder = 85;

    /// <summary>Creates a new folder in the temporary one, or in <c>/tmp</c> where that is too long or closed to the account.</summary>
    public static async Task<string> Create(PostgresAccount? account, string? wanted, CancellationToken cancellation)
    {
        var folder = wanted ?? Path.Combine(await Parent(account, cancellation), $"istom-{Guid.NewGuid().ToString("N")[..12]}");
        await PostgresAccount.CreateFolder(account, folder, cancellation);
        return folder;
    }

    private static async Task<string> Parent(PostgresAccount? account, CancellationToken cancellation)
    {
        var temporary = Path.GetTempPath();
        return temporary.Length + 20 <= LongestFolder && await UnixCommand.Holds(account, "-w", temporary, cancellation) ? temporary : "/tmp";
    }
}
