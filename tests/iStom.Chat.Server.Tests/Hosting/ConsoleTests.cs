using iStom.Chat.Server.Privacy;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Tests.Privacy;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.TestSupport;
using Npgsql;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>What the server says to the person at the terminal, and with which exit code it ends.</summary>
public sealed class ConsoleTests(TestDatabase databases) : IAsyncLifetime
{
    private readonly string _folder = TestFolder.New();
    private string _connectionString = "";
    private NpgsqlDataSource _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connectionString = await databases.CreateMigratedAsync();
        _database = NpgsqlDataSource.Create(_connectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_newer_database_ends_the_server_with_one_line()
    {
        await using var command = _database.CreateCommand("insert into istom_schema (version) values (99)");
        await command.ExecuteNonQueryAsync(Cancellation);
        await using var server = new ServerProcess(_folder, _connectionString);

        await ServerProcess.Ended(server.Process);

        server.Process.ExitCode.ShouldBe(1);
        (await server.Process.StandardError.ReadToEndAsync(Cancellation)).TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldStartWith("The database has layout 99");
    }

    [Fact]
    public async Task After_a_restore_the_ledger_is_replayed_with_one_word()
    {
        var visitor = Erasable.New("канарейка");
        await visitor.StoreAsync(new PostgresStore(_database, _database, ErasureTests.Mappings, []));
        await new ErasureLedger(Path.Combine(_folder, "erasures.txt"), new WallClock())
            .AppendAsync(new(RunningServer.MondayNoon, visitor.Visitor, new(Guid.NewGuid())), Cancellation);
        await using var server = new ServerProcess(_folder, _connectionString, "replay-erasures");

        await server.LineWith("names 1 visitors; 1 of them were in the database and are erased again");
        await ServerProcess.Ended(server.Process);

        server.Process.ExitCode.ShouldBe(0);
        (await DatabaseText.DumpAsync(_database, Cancellation)).ShouldNotContain(visitor.Canary);
    }
}
