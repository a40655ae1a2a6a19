using System.Globalization;
using iStom.Chat.Server.Hosting;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>A PostgreSQL as an owner would run it: over TCP, TLS only, SCRAM, with a certificate of the owner's own.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
internal sealed class TlsPostgres : IAsyncDisposable
{
    private readonly string _folder;
    private readonly EmbeddedPostgres _postgres;

    private TlsPostgres(string folder, EmbeddedPostgres postgres, string address) => (_folder, _postgres, Address) = (folder, postgres, address);

    /// <summary>A loopback address of its own, since the port is always PostgreSQL's.</summary>
    public string Address { get; }

    /// <summary>The certificate that clients are to trust.</summary>
    public string RootCertificate => Path.Combine(_folder, "root.crt");

    /// <summary>A root that has signed nothing here.</summary>
    public string ForeignCertificate => Path.Combine(_folder, "foreign.crt");

    public static async Task<TlsPostgres> StartAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "every 127.x.y.z is loopback on Linux only");
        var folder = TestFolder.New();
        var options = new EmbeddedPostgresOptions { DataFolder = Path.Combine(folder, "postgres"), Durable = false };
        var address = string.Create(CultureInfo.InvariantCulture, $"127.{Random.Shared.Next(1, 255)}.{Random.Shared.Next(256)}.{Random.Shared.Next(1, 255)}");
        await using (var plain = await EmbeddedPostgres.StartAsync(options, new WallClock(), NullLogger.Instance))
        {
            await ConfigureAsync(plain, Path.Combine(options.DataFolder, "cluster", "data"), address, Path.Combine(folder, "root.crt"));
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "foreign.crt"), TestCertificate.For(address).Certificate);
        return new(folder, await EmbeddedPostgres.StartAsync(options, new WallClock(), NullLogger.Instance), address);
    }

    /// <summary>As an owner writes it into ConnectionStrings__Chat.</summary>
    public string ConnectionString(string mode, string? rootCertificate)
    {
        var given = new NpgsqlConnectionStringBuilder(_postgres.ConnectionString);
        var own = $"Host={Address};Database={given.Database};Username={given.Username};Password={given.Password};SSL Mode={mode}";
        return rootCertificate is null ? own : $"{own};Root Certificate={rootCertificate}";
    }

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task ConfigureAsync(EmbeddedPostgres postgres, string data, string address, string rootCertificate)
    {
        var (certificate, key) = TestCertificate.For(address);
        await File.WriteAllTextAsync(rootCertificate, certificate);
        await using var source = NpgsqlDataSource.Create(postgres.AdministrationString);
        // PostgreSQL itself writes the files, so that they are its account's, and only then are they closed to others.
        foreach (var (file, text) in new[] { ("server.crt", certificate), ("server.key", key) })
        {
            var path = Path.Combine(data, file);
            await using var copy = source.CreateCommand($"copy (select unnest(string_to_array('{text.Trim()}', E'\\n'))) to '{path}'");
            await copy.ExecuteNonQueryAsync();
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        foreach (var setting in new[] { $"listen_addresses = '{address}'", "ssl = on", "ssl_cert_file = 'server.crt'", "ssl_key_file = 'server.key'" })
        {
            await using var alter = source.CreateCommand($"alter system set {setting}");
            await alter.ExecuteNonQueryAsync();
        }
    }
}
