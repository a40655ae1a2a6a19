using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace iStom.Chat.Server.Hosting;

/// <summary>Where a server without configuration keeps what it stores.</summary>
public static class DataFolder
{
    /// <summary>The configuration key that overrides the default.</summary>
    public const string ConfigurationKey = "DataFolder";

    /// <summary>Where data lies when the server runs as root: reachable for the account under which PostgreSQL then runs.</summary>
    internal const string RootParent = "/var/lib/istom-chat";

    /// <summary>
    /// The folder named by the configuration; else <c>.data</c> in the content root, or for root a folder under
    /// <c>/var/lib/istom-chat</c> that is the same for the same content root. The folder need not exist yet.
    /// </summary>
    public static string Locate(IConfiguration configuration, string contentRoot)
    {
        contentRoot = Path.TrimEndingDirectorySeparator(Path.GetFullPath(contentRoot));
        if (configuration[ConfigurationKey] is { Length: > 0 } configured)
        {
            return Path.GetFullPath(configured, contentRoot);
        }

        return !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
            ? Path.Combine(RootParent, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contentRoot)))[..12])
            : Path.Combine(contentRoot, ".data");
    }

    /// <summary>Creates a folder through which other accounts can pass, without being able to list it.</summary>
    [UnsupportedOSPlatform("windows")]
    internal static void CreateReachable(string path)
    {
        const UnixFileMode PassThrough = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (Directory.Exists(path))
        {
            return;
        }

        CreateReachable(Path.GetDirectoryName(path)!);
        Directory.CreateDirectory(path, PassThrough);
        File.SetUnixFileMode(path, PassThrough);
    }
}
