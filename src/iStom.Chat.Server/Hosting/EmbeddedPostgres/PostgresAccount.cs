using System.Runtime.Versioning;

namespace iStom.Chat.Server.Hosting;

/// <summary>The unprivileged account under which PostgreSQL runs when the server runs as root, which PostgreSQL refuses.</summary>
/// <param name="Name">Its name, <c>postgres</c> where there is one, else <c>nobody</c>.</param>
internal sealed record PostgresAccount(string Name)
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    /// <summary>The account to use; null when the server is not root and PostgreSQL runs as the same user.</summary>
    public static PostgresAccount? ForThisProcess()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        var name = Candidates.FirstOrDefault(known.Contains)
            ?? throw new EmbeddedPostgresException("PostgreSQL does not run as root, and this machine has neither an account \"postgres\" nor \"nobody\": run the server as another user.");
        return new PostgresAccount(name);
    }

    /// <summary>Creates a folder that only the database's account may enter.</summary>
    [UnsupportedOSPlatform("windows")]
    public static async Task CreateFolder(PostgresAccount? account, string path, CancellationToken cancellation)
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (new DirectoryInfo(path) is { Exists: true, LinkTarget: not null })
        {
            throw new EmbeddedPostgresException($"{path} is a link; the embedded database needs a folder of its own there.");
        }

        Directory.CreateDirectory(path, OwnerOnly);
        File.SetUnixFileMode(path, OwnerOnly);
        if (account is not null)
        {
            var (exitCode, output) = await UnixCommand.Run(UnixCommand.StartInfo(null, "chown", account.Name, path), "", cancellation);
            if (exitCode != 0)
            {
                throw new EmbeddedPostgresException($"{path} cannot be given to account {account.Name}: {output.Trim()}");
            }
        }
    }
}
