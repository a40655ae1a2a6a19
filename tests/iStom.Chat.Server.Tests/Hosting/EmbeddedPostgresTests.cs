using iStom.Chat.Server.Hosting;
using iStom.Chat.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using Xunit;

namespace iStom.Chat.Server.Tests.Hosting;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class EmbeddedPostgresTests(TestDatabase database) : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"istom-test-{Guid.NewGuid():N}");

    [Fact]
    public async Task A_fresh_database_answers_and_is_not_a_superusers()
    {
        var connection = await database.CreateDatabaseAsync();
        (await Scalar(connection, "SELECT current_setting('server_encoding') || ' ' || rolsuper FROM pg_roles WHERE rolname = current_user")).ShouldBe("UTF8 false");
    }

    [Fact]
    public async Task Russian_is_sorted_and_searched_as_Russian()
    {
        var connection = await database.CreateDatabaseAsync();
        (await Scalar(connection, "SELECT string_agg(w, ' ' ORDER BY w) FROM unnest(ARRAY['Ёлка','ель','жук','Яма','дом']) w")).ShouldBe("дом Ёлка ель жук Яма");
        (await Scalar(connection, "SELECT (to_tsvector('«НЕ ПЕЧАТАЕТСЯ» кассовый чек') @@ plainto_tsquery('чеки печатаются'))::text")).ShouldBe("true");
        (await Scalar(connection, "SELECT upper('ёж') || lower('ЙОД')")).ShouldBe("ЁЖйод");
    }

    [Fact]
    public async Task Databases_are_apart_and_copies_carry_the_templates_schema()
    {
        Task Prepare(string template) => Scalar(template, "CREATE TABLE word (text text); INSERT INTO word VALUES ('здравствуйте'); SELECT 'ok'");
        var first = await database.CreateDatabaseAsync("greeting", Prepare);
        var second = await database.CreateDatabaseAsync("greeting", Prepare);
        await Scalar(first, "DELETE FROM word; SELECT 'ok'");
        (await Scalar(second, "SELECT text FROM word")).ShouldBe("здравствуйте");
    }

    [Fact]
    public async Task The_data_is_kept_over_a_restart()
    {
        await using (var first = await Start(durable: true))
        {
            await Scalar(first.ConnectionString, "CREATE TABLE kept AS SELECT 'kept' AS text; SELECT 'ok'");
        }

        await using var second = await Start(durable: true);
        (await Scalar(second.ConnectionString, "SELECT text FROM kept")).ShouldBe("kept");
        (await Scalar(second.ConnectionString, "SELECT current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes')")).ShouldBe("ononon");
    }

    [Fact]
    public async Task Nobody_is_let_in_without_the_password()
    {
        var wrong = new NpgsqlConnectionStringBuilder(database.Postgres.ConnectionString) { Password = "wrong", Pooling = false };
        (await Should.ThrowAsync<PostgresException>(() => Scalar(wrong.ConnectionString, "SELECT 'in'"))).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
        wrong.Password = null;
        await Should.ThrowAsync<NpgsqlException>(() => Scalar(wrong.ConnectionString, "SELECT 'in'"));
        (await Scalar(database.Postgres.AdministrationString, "SELECT string_agg(DISTINCT auth_method, ' ') || current_setting('listen_addresses') FROM pg_hba_file_rules")).ShouldBe("scram-sha-256");
    }

    [Fact]
    public async Task Only_the_databases_account_may_enter_the_socket_and_data_folders()
    {
        await using var postgres = await Start();
        foreach (var folder in (string[])[postgres.SocketFolder, Path.Combine(_folder, "cluster")])
        {
            File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.GetUnixFileMode(Path.Combine(_folder, "secret")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await postgres.DisposeAsync();
        Directory.Exists(postgres.SocketFolder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_start_on_the_same_folder_says_what_is_wrong()
    {
        await using var first = await Start();
        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(Start);
        refused.Message.ShouldStartWith($"Another server is running on the data folder {_folder}");
    }

    [Fact]
    public async Task A_start_that_fails_says_why_in_PostgreSQLs_words_and_leaves_nothing_running()
    {
        await (await Start()).DisposeAsync();
        var version = Path.Combine(_folder, "cluster", "data", "PG_VERSION");
        await File.WriteAllTextAsync(version, "9\n");
        (await Should.ThrowAsync<EmbeddedPostgresException>(Start)).Message.ShouldContain("database files are incompatible with server");
        await File.WriteAllTextAsync(version, "18\n");
        await using var again = await Start();
        (await Scalar(again.ConnectionString, "SELECT 'fine'")).ShouldBe("fine");
    }

    [Fact]
    public async Task A_crashed_PostgreSQL_is_started_again_on_its_data()
    {
        await using (var first = await Start(durable: true))
        {
            await Scalar(first.ConnectionString, "CREATE TABLE kept AS SELECT 'kept' AS text; SELECT 'ok'");
            using var postgres = System.Diagnostics.Process.GetProcessById(first.ProcessId);
            postgres.Kill();
        }

        await using var second = await Start(durable: true);
        (await Scalar(second.ConnectionString, "SELECT text FROM kept")).ShouldBe("kept");
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private Task<EmbeddedPostgres> Start() => Start(durable: false);

    private Task<EmbeddedPostgres> Start(bool durable) =>
        EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = _folder, Durable = durable }, new WallClock(), NullLogger.Instance);

    private static async Task<string?> Scalar(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetString(0);
    }
}
