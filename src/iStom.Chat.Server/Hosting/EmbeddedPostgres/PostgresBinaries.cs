using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace iStom.Chat.Server.Hosting;

/// <summary>Finds the binaries that the build puts beside the server, in a place where the database's account can run them.</summary>
[UnsupportedOSPlatform("windows")]
internal static class PostgresBinaries
{
    /// <summary>Returns the folder of <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</summary>
    public static async Task<string> Locate(PostgresAccount? account, ILogger logger, CancellationToken cancellation)
    {
        var built = Path.Combine(AppContext.BaseDirectory, "postgres");
        built = Directory.ResolveLinkTarget(built, returnFinalTarget: true)?.FullName ?? built;
        var bin = Path.Combine(built, "bin");
        if (!File.Exists(Path.Combine(bin, "postgres")))
        {
            throw new EmbeddedPostgresException(
                $"The embedded database's binaries are missing from {built}: build again with `dotnet build`, or set ConnectionStrings__Chat to a PostgreSQL of your own.");
        }

        var reachable = account is null
            || (await UnixCommand.Holds(account, "-x", Path.Combine(bin, "postgres"), cancellation)
                && await UnixCommand.Holds(account, "-r", Path.Combine(built, "share", "postgresql", "postgres.bki"), cancellation));
        return reachable ? bin : Path.Combine(await Copy(built, account!, logger, cancellation), "bin");
    }

    /// <summary>Root's home and the like are closed to other accounts: a copy, named by its content, is made once for the machine.</summary>
    private static async Task<string> Copy(string built, PostgresAccount account, ILogger logger, CancellationToken cancellation)
    {
        await using var postgres = File.OpenRead(Path.Combine(built, "bin", "postgres"));
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(postgres, cancellation))[..12];
        var target = Path.Combine(DataFolder.RootParent, $"postgres-{hash}");
        if (Directory.Exists(target))
        {
            return target;
        }

        EmbeddedPostgresLog.CopyingBinaries(logger, target, account.Name);
        DataFolder.CreateReachable(DataFolder.RootParent);
        var partial = $"{target}.{Guid.NewGuid():N}";
        var copy = UnixCommand.StartInfo(null, "/bin/sh", "-c", "cp -RP \"$1\" \"$2\" && chmod -R a+rX,go-w \"$2\"", "sh", built, partial);
        var (exitCode, output) = await UnixCommand.Run(copy, "", cancellation);
        if (exitCode != 0)
        {
            throw new EmbeddedPostgresException($"The database binaries cannot be copied to {target}: {output.Trim()}");
        }

        try
        {
            Directory.Move(partial, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another process was first.
            Directory.Delete(partial, recursive: true);
        }

        return target;
    }
}
