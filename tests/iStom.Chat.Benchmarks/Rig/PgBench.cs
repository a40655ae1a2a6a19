using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace iStom.Chat.Benchmarks.Rig;

/// <summary>PostgreSQL's own measure of itself: one-row inserts, each with its commit.</summary>
internal sealed class PgBench(string binary, string connectionString)
{
    /// <summary>What is inserted into.</summary>
    public const string TableSql = "create table if not exists bench_message (id bigserial primary key, at timestamptz not null default now(), text varchar not null)";

    /// <summary>A message's text and nothing more.</summary>
    public const string InsertSql = "insert into bench_message (text) values ('Не печатается справка для налоговой, помогите, пожалуйста.')";

    /// <summary>From the PATH, or where Debian puts it; null where there is none.</summary>
    public static string? Find()
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        const string Debian = "/usr/lib/postgresql";
        folders = Directory.Exists(Debian) ? folders.Concat(Directory.GetDirectories(Debian).Select(version => Path.Combine(version, "bin"))) : folders;
        return folders.Select(folder => Path.Combine(folder, "pgbench")).FirstOrDefault(File.Exists);
    }

    /// <summary>Commits in a second.</summary>
    public async Task<double> RunAsync(int clients, TimeSpan time)
    {
        await CreateTableAsync();
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $"{InsertSql};");
        try
        {
            var output = await OutputAsync(["-n", "-M", "prepared", "-f", script, "-c", Text(clients), "-j", "2", "-T", Text((int)Math.Ceiling(time.TotalSeconds))]);
            var line = output.Split('\n').First(line => line.StartsWith("tps = ", StringComparison.Ordinal));
            return double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private async Task CreateTableAsync()
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand(TableSql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> OutputAsync(IEnumerable<string> arguments)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        var info = new ProcessStartInfo(binary, [.. arguments, "-h", target.Host!, "-U", target.Username!, target.Database!])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PGPASSWORD"] = target.Password },
        };
        using var process = Process.Start(info)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(await errors);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
